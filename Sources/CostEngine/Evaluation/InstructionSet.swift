import CKernels

/// What the kernels are compiled for. All give the same bits; a wider one gives them sooner.
enum InstructionSet: CaseIterable {
  case portable, avx2, avx512

  /// The widest that this processor has.
  static let best = allCases.last { $0.isAvailable } ?? .portable

  var isAvailable: Bool { kernels.rawValue <= ck_best().rawValue }

  var kernels: CKInstructionSet {
    switch self {
    case .portable: CK_PORTABLE
    case .avx2: CK_AVX2
    case .avx512: CK_AVX512
    }
  }
}
