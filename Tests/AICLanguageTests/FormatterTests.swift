import Testing

@testable import AICLanguage

/// The layout, case by case.
@Suite struct FormatterTests {
  @Test(arguments: [
    ("x=1+2*3", "x = 1 + 2 * 3"),
    ("x = ( 1+2 )*-3", "x = (1 + 2) * -3"),
    ("x = max ( 1,2 ,3 )", "x = max(1, 2, 3)"),
    ("x = f( a : 1 )", "x = f(a: 1)"),
    ("x = [ 1,2, ] [ 0 ]", "x = [1, 2][0]"),
    ("x = r . a .b", "x = r.a.b"),
    ("x = 1 .. 8", "x = 1..8"),
    ("x = [y  for y in xs   if not y>3]", "x = [y for y in xs if not y > 3]"),
    ("x = { a:1,b : 2, }", "x = { a: 1, b: 2 }"),
    ("x = { }", "x = {}"),
    ("x = r with{a:1}", "x = r with { a: 1 }"),
    (
      "fn f ( a:Money / Time,b : Tokens*Users^-2 ) = a*b",
      "fn f(a: Money/Time, b: Tokens * Users^-2) = a * b"
    ),
    ("x = if a<b then a else- b", "x = if a < b then a else -b"),
    ("print \"a  { x+1 }  {{a:1} . a}\"", "print \"a  {x + 1}  {{ a: 1 }.a}\""),
    ("x = 3×2−1", "x = 3 * 2 - 1"),
    ("x\u{A0}=\u{202F}3\t*  2", "x = 3 * 2"),
    ("x = fn (a) = a^2", "x = fn(a) = a ^ 2"),
    ("x = 40 ± 5", "x = 40 ± 5"),
    ("x = $2 to $3 per hours", "x = $2 to $3 per hour"),
    ("show a,b   as \"t\"", "show a, b as \"t\""),
    ("x = deploy (m) on (n) h", "x = deploy (m) on (n) h"),
    (
      "x = deploy m on  8 H100 with quantize fp8 ,batch(n)",
      "x = deploy m on 8 H100 with quantize fp8, batch (n)"
    ),
  ])
  func blanks(written: String, expected: String) {
    #expect(formatted(written) == expected + "\n")
  }

  @Test(arguments: [
    ("80GB", "80 GB"), ("80gb", "80 GB"), ("3 kwh", "3 kWh"), ("8 gpu-hour", "8 GPU-hours"),
    ("1 hours", "1 hour"), ("2 hour", "2 hours"), ("$2.50/hours", "$2.50/hour"),
    ("5 usd", "5 USD"), ("3 request/S", "3 requests/s"),
    ("1us", "1 µs"), ("30min", "30 min"),
    // What a writer chose stays.
    ("1_000", "1_000"), ("8B", "8B"), ("3K", "3K"), ("$4.6M", "$4.6M"), ("1E9", "1E9"),
    ("1.50e3 users", "1.50e3 users"), ("128Ki", "128Ki"), ("€30k", "€30k"),
    ("15T tokens", "15T tokens"),
    // What is no unit stays.
    ("80gigs", "80gigs"), ("80  gigs", "80 gigs"), ("100/n", "100/n"), ("8 B", "8 B"),
    ("40  %", "40 %"), ("$  5", "$ 5"),
    // A word that is a unit only when it is glued stays glued.
    ("3steps", "3steps"),
  ])
  func units(written: String, expected: String) {
    #expect(formatted("x = \(written)") == "x = \(expected)\n")
    #expect(formatted("show f(\(written),2)") == "show f(\(expected), 2)\n")
  }

  @Test func unitsOfTheFile() {
    #expect(formatted("unit seat\nx = 3Seat per seats") == "unit seat\nx = 3 seats per seat\n")
    #expect(formatted("x = 3 in gb/hours") == "x = 3 in GB/hour\n")
    // In a technique `min` is no unit unless it is glued.
    let technique = "x = deploy m on 1 h with wait 5min, autoscale min 2 max 8\n"
    #expect(formatted(technique) == technique)
    // The number of devices has no unit.
    #expect(formatted("x = deploy m on 8 GPU") == "x = deploy m on 8 GPU\n")
  }

  @Test func runsAreAligned() {
    #expect(
      formatted(
        """
        assume price = $2/hour source "a"   as  of 2026
        assume n = 3
        a=1
        long = 2
        # apart
        b = 3
        several = max(1,
        2)
        c = 4

        dd = 5
        unit seat
        unit wafer = 300 chips
        unit u = 3 chips
        """) == """
          assume price = $2/hour source "a" as of 2026
          assume n     = 3
          a    = 1
          long = 2
          # apart
          b = 3
          several = max(1,
            2)
          c = 4

          dd = 5
          unit seat
          unit wafer = 300 chips
          unit u     = 3 chips

          """)
  }

  @Test func blocks() {
    #expect(
      formatted(
        """
        hardware box { memory: 80GB , peak: {bf16:1000 TFLOP/s,
              fp8: 2 PFLOP/s},   # both
          # none
          power:700 W ,

          link: 1 GB/s,}
        service = deploy m on 1 box
            serving 3 requests/s {prompt: 900 tokens,
          response: max(1,2) *
             3 tokens }
        """) == """
          hardware box {
            memory: 80 GB
            peak: {
              bf16: 1000 TFLOP/s
              fp8:  2 PFLOP/s
            }  # both
            # none
            power: 700 W

            link: 1 GB/s
          }
          service = deploy m on 1 box
                    serving 3 requests/s {
            prompt: 900 tokens
            response: max(1, 2) *
                      3 tokens
          }

          """)
  }

  @Test func aBlockStaysOnItsLineIfItFits() {
    let field = "a: " + String(repeating: "1", count: 82)
    let fits = "hardware h { \(field) }\n"
    #expect(fits.utf8.count == 101)
    #expect(formatted(fits) == fits)
    #expect(formatted("hardware h2 { \(field) }\n") == "hardware h2 {\n  \(field)\n}\n")
    let nested = "hardware h { b: 1, c: { \(field) }, d: { e: 1 } }"
    #expect(
      formatted(nested)
        == "hardware h {\n  b: 1\n  c: { \(field) }\n  d: { e: 1 }\n}\n")
    let list = "list = [{ a: 1 }, { \(field) }, { b: 2 }]\n"
    #expect(formatted(list) == list)
    #expect(
      formatted("list = [\n  { \(field), b: 1_000_000 }\n]\n")
        == "list = [\n  {\n    \(field)\n    b: 1_000_000\n  }\n]\n")
  }

  @Test func statementsAboutTheFile() {
    #expect(
      formatted(
        """
        scenario int4 extends base {service.quantize=int4,users = 3k users
        }
        scenario one { a=1 }
        compare base,int4 on  cost ,
        replicas
        import "base.aic"   with {gpu_price=$2/hours
          n =1}
        sweep users from 1k users to 100k user in 40 steps   log
         show a,b
        plan p from 2026-01 for 24 month {
        build:once $4k at 2026-03 , run: monthly $3k +
         $1k from 2026-04 growing 8%/months
        discount: 8%/year }
        best = minimize cost over batch in [ 1,8 ] ,n in 1..4
           subject to latency<500ms
        y = fit( [2020:$4.6M , 2022 : $450k] ) at 2022-05
        correlate a,b at 60%
        """) == """
          scenario int4 extends base {
            service.quantize = int4
            users            = 3k users
          }
          scenario one { a = 1 }
          compare base, int4 on cost,
            replicas
          import "base.aic" with {
            gpu_price = $2/hour
            n         = 1
          }
          sweep users from 1k users to 100k users in 40 steps log
            show a, b
          plan p from 2026-01 for 24 months {
            build: once $4k at 2026-03
            run: monthly $3k +
                 $1k from 2026-04 growing 8%/month
            discount: 8%/year
          }
          best = minimize cost over batch in [1, 8], n in 1..4
                 subject to latency < 500 ms
          y = fit([2020: $4.6M, 2022: $450k]) at 2022-05
          correlate a, b at 60%

          """)
  }

  @Test func furtherLines() {
    #expect(
      formatted(
        """
        assume a = 3
         source "b"
        total =
        1 +
         2
        list = [
            1, # one
          f( 2,
           3)
         , 4, ]
        show a,
          total
        fn f(a,b) =
            a
        """) == """
          assume a = 3
                     source "b"
          total =
            1 +
            2
          list = [
            1,  # one
            f(2,
              3)
            , 4]
          show a,
            total
          fn f(a, b) =
            a

          """)
  }

  @Test func commentsAndBlankLines() {
    #expect(
      formatted(
        "\u{FEFF}\n\n  #!keep  \n\n\n\n##doc \r\n\tx = 1#behind\r\n\n\n # own\n\nr = {#a\n b: 1, #c\n #d\n}#e\n\n #f"
      ) == """
        #!keep

        ##doc
        x = 1  #behind

        # own

        r = {  #a
          b: 1  #c
          #d
        }  #e

        #f

        """)
  }

  @Test func nothingStaysNothing() {
    #expect(formatted("") == "")
    #expect(formatted(" \n\n\t\r\n") == "")
    #expect(formatted("# only") == "# only\n")
  }

  @Test(arguments: [
    "x = (1", "x = 1,000", "x = 3 == 4 == 5", "hardware h", "x = “a”", "x = \"a", "@",
  ])
  func whatHasErrorsIsRefused(text: String) throws {
    let source = SourceFile(name: "t", text: text)
    #expect(throws: SyntaxErrors.self) { try Formatter().format(source) }
    do throws(SyntaxErrors) {
      _ = try Formatter().format(source)
    } catch {
      #expect(error.diagnostics.map(\.message) == parse(source).diagnostics.map(\.message))
    }
  }

  @Test func whatIsNotUTF8StaysInComments() throws {
    let bytes: [UInt8] = [0x23, 0xFF, 0xC3, 0x20, 0x0A, 0x78, 0x3D, 0x31]
    let result = try Formatter().format(SourceFile(name: "t", bytes: bytes))
    #expect(result.bytes == [0x23, 0xFF, 0xC3, 0x0A] + Array("x = 1\n".utf8))
  }
}
