import CKernels

@testable import CostEngine

/// What a kernel makes of columns; an operand of one value is one number for all rows.
func kernel(
  _ operation: CKOperation, _ a: [Double], _ b: [Double] = [], _ c: [Double] = [],
  _ set: InstructionSet = .best, table: UnsafePointer<Double>? = nil
) -> [Double] {
  let rows = max(a.count, b.count, c.count)
  var shape = CK_COLUMNS.rawValue
  if a.count == 1, rows > 1 || operation != CK_COPY { shape |= rows > 1 ? CK_NUMBER_A.rawValue : 0 }
  if b.count == 1, rows > 1 { shape |= CK_NUMBER_B.rawValue }
  var out = [Double](repeating: .nan, count: rows)
  a.withUnsafeBufferPointer { a in
    b.withUnsafeBufferPointer { b in
      c.withUnsafeBufferPointer { c in
        out.withUnsafeMutableBufferPointer { out in
          var step = CKStep(
            kernel: ck_kernel(set.kernels, operation, shape), a: a.baseAddress, b: b.baseAddress,
            c: c.baseAddress, out: out.baseAddress, table: table)
          ck_run(&step, 1, rows)
        }
      }
    }
  }
  return out
}
