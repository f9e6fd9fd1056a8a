import Catalogue
import Testing

/// Expected figures are those of the vendors' published data sheets, named at each.
@Suite struct AcceleratorTests {
  let catalogue = Catalogue()

  /// NVIDIA H100 data sheet: 1,979 TFLOP/s BF16 and 3,958 FP8 "with sparsity", 80 GB, 3.35 TB/s,
  /// 700 W, NVLink 900 GB/s in both directions together.
  @Test func h100() throws {
    let h100 = try #require(catalogue.accelerator(named: "H100-SXM"))
    #expect(h100.memory == 80e9)
    #expect(h100.bandwidth == 3.35e12)
    #expect(h100.peaks["bf16"] == 989.5e12)
    #expect(h100.peaks["fp8"] == 1979e12)
    #expect(h100.peaks["fp64_tensor"] == 67e12)
    #expect(h100.peaks["fp4"] == nil)
    #expect(h100.sparseFactor == 2)
    #expect(h100.power == 700)
    #expect(h100.linkBandwidth == 450e9)
    #expect(h100.linkBandwidthTotal == 900e9)
    #expect(h100.scaleUpDomain == 8)
    #expect(h100.devicesPerNode == 8)
    #expect(h100.listPrice?.dollars == 33810)
    #expect(h100.listPrice?.asOf == "2024-02-21")
    #expect(h100.provenance.kind == .vendor)
    #expect(!h100.provenance.isRecalled)
  }

  /// NVIDIA A100 data sheet (1758950-r4): 312 TFLOP/s BF16, 624 TOP/s INT8, 2,039 GB/s, 400 W.
  @Test func a100() throws {
    let a100 = try #require(catalogue.accelerator(named: "A100-80GB-SXM"))
    #expect(a100.memory == 80e9)
    #expect(a100.bandwidth == 2039e9)
    #expect(a100.peaks["bf16"] == 312e12)
    #expect(a100.peaks["int8"] == 624e12)
    #expect(a100.peaks["fp8"] == nil)
    #expect(a100.power == 400)
  }

  /// Google Cloud TPU v5e documentation: 197 TFLOP/s BF16, 394 TOP/s INT8, 16 GB, 819 GB/s.
  @Test func tpu() throws {
    let tpu = try #require(catalogue.accelerator(named: "TPU-v5e"))
    #expect(tpu.vendor == "Google")
    #expect(tpu.memory == 16e9)
    #expect(tpu.bandwidth == 819e9)
    #expect(tpu.peaks["bf16"] == 197e12)
    #expect(tpu.peaks["int8"] == 394e12)
    #expect(tpu.power == nil)
  }

  /// AMD Instinct MI300X data sheet: 1,307.4 TFLOP/s BF16, 192 GB, 5.3 TB/s, 750 W.
  @Test func mi300x() throws {
    let mi300x = try #require(catalogue.accelerator(named: "mi300x"))
    #expect(mi300x.peaks["bf16"] == 1307.4e12)
    #expect(mi300x.memory == 192e9)
    #expect(mi300x.bandwidth == 5.3e12)
    #expect(mi300x.power == 750)
  }

  /// The ml-engineering table: 794 of 989 TFLOP/s on an H100, 668 of 1,307 on an MI300X.
  @Test func achievable() throws {
    let h100 = try #require(catalogue.accelerator(named: "h100")?.achievable["bf16"])
    #expect(h100.value == 794e12)
    #expect(h100.provenance.source.contains("MAMF"))
    #expect(h100.provenance.kind == .measured)
    #expect(catalogue.accelerator(named: "mi300x")?.achievable["bf16"]?.value == 668e12)
    #expect(catalogue.accelerator(named: "tpu_v5e")?.achievable.isEmpty == true)
  }

  @Test func recalledRowsSaySo() throws {
    let rtx = try #require(catalogue.accelerator(named: "RTX-5090"))
    #expect(rtx.provenance.isRecalled)
  }

  @Test func everyNameReads() throws {
    let names = catalogue.names(of: .accelerator)
    #expect(names.count == 65)
    for name in names {
      let accelerator = try #require(catalogue.accelerator(named: name), "\(name)")
      #expect(accelerator.name == name)
      #expect(!accelerator.provenance.source.isEmpty)
      #expect(!accelerator.provenance.asOf.isEmpty)
      for alias in accelerator.aliases {
        #expect(catalogue.accelerator(named: alias)?.name == name, "\(alias)")
      }
    }
  }
}
