// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
  name: "aic",
  products: [
    .executable(name: "aic", targets: ["aic"]),
    // The cost engine without the language, for other Swift programs.
    .library(name: "CostEngine", targets: ["CostEngine", "Quantities"]),
  ],
  dependencies: [
    // The command line: parsing, help, shell completions. It needs FoundationEssentials only.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // Real functions (exp, log, pow) that the standard library lacks, without Foundation.
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
  ],
  targets: [
    // Dimensions, units, money, dates; reading and printing quantities.
    .target(
      name: "Quantities",
      dependencies: [.product(name: "RealModule", package: "swift-numerics")],
      swiftSettings: strict),

    // Arithmetic on columns of numbers, which C compilers vectorise.
    .target(name: "CKernels"),

    // What AI costs: the formulas, the graph they build, its evaluation.
    .target(
      name: "CostEngine",
      dependencies: [
        "CKernels", "Quantities", .product(name: "RealModule", package: "swift-numerics"),
      ],
      swiftSettings: strict),

    // The facts, embedded in the binary.
    .target(name: "CCatalogue", exclude: ["data"]),

    // Facts by name: hardware and models, each with source and date.
    .target(name: "Catalogue", dependencies: ["CCatalogue", "Quantities"], swiftSettings: strict),

    // Text to a costed program: syntax, checking, diagnostics.
    .target(
      name: "AICLanguage", dependencies: ["Catalogue", "CostEngine", "Quantities"],
      swiftSettings: strict),

    // Results and diagnostics to text and JSON.
    .target(
      name: "AICReport", dependencies: ["AICLanguage", "Catalogue", "CostEngine", "Quantities"],
      swiftSettings: strict),

    // Lines edited at a terminal: libedit behind functions of fixed arity. It needs the header
    // histedit.h; the library itself is loaded when a conversation begins.
    .target(name: "CLibedit"),

    // The conversation: statements, commands, history, completion.
    .target(
      name: "AICRepl",
      dependencies: ["AICLanguage", "AICReport", "CLibedit", "Catalogue", "CostEngine"],
      swiftSettings: strict),

    // The command: arguments in, exit status out.
    .executableTarget(
      name: "aic",
      dependencies: [
        "AICLanguage", "AICRepl", "AICReport", "Catalogue", "CostEngine", "Quantities",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // Ratios to references, printed; nothing is timed in the tests.
    .executableTarget(
      name: "aic-bench", dependencies: ["AICLanguage", "CReference"], exclude: ["Peer"],
      swiftSettings: strict),
    // The same workloads written by hand in C, for the benchmark alone.
    .target(name: "CReference", dependencies: ["CKernels"]),
    // What start-up is measured against.
    .executableTarget(name: "startup-baseline", swiftSettings: strict),

    // Makes the catalogue's data files from raw ones, and rejects rows that cannot be.
    .executableTarget(
      name: "aic-catalogue",
      dependencies: [
        "Catalogue", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .testTarget(name: "QuantitiesTests", dependencies: ["Quantities"], swiftSettings: strict),
    .testTarget(
      name: "CostEngineTests", dependencies: ["CKernels", "CostEngine", "Catalogue"],
      swiftSettings: strict),
    .testTarget(
      name: "CatalogueTests", dependencies: ["Catalogue", "aic-catalogue"], swiftSettings: strict),
    .testTarget(name: "AICLanguageTests", dependencies: ["AICLanguage"], swiftSettings: strict),
    .testTarget(
      name: "AICReportTests", dependencies: ["AICReport", "AICLanguage", "Catalogue"],
      swiftSettings: strict),
    // A terminal for the tests of the conversation.
    .target(name: "CPseudoTerminal", path: "Tests/CPseudoTerminal"),
    .testTarget(
      name: "AICReplTests", dependencies: ["AICRepl", "CPseudoTerminal", "aic"],
      swiftSettings: strict),
    .testTarget(name: "GrammarTests", dependencies: ["AICLanguage"], swiftSettings: strict),
    .testTarget(name: "aicTests", dependencies: ["aic"], swiftSettings: strict),
  ],
  // The data goes into the binary by `#embed`, which is C23.
  cLanguageStandard: .c2x
)
