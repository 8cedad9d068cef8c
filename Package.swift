// swift-tools-version: 6.2
import PackageDescription

// Warnings are errors where the project is developed (`make` sets this variable), but a newer
// compiler's new warning must not break an install.
let strict = Context.environment["BUILDSPEC_STRICT"] != nil

let settings: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  ] + (strict ? [.treatAllWarnings(as: .error)] : [])

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let systemPackage = Target.Dependency.product(name: "SystemPackage", package: "swift-system")

let package = Package(
  name: "buildspec",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "buildspec", targets: ["buildspec"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
  ],
  // A target may import only targets above it.
  targets: [
    .systemLibrary(
      name: "CYaml", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    // What the static executable lacks; see there.
    .target(name: "CStaticSymbols"),
    .target(name: "CProcessors"),
    .target(name: "ZipArchive", dependencies: ["CZlib"]),
    .target(name: "Diagnostics"),
    .target(name: "YAMLSyntax", dependencies: ["CYaml", "Diagnostics"]),
    .target(name: "JSONSyntax", dependencies: ["Diagnostics"]),
    .target(name: "BuildspecModel", dependencies: ["Diagnostics", "YAMLSyntax"]),
    .target(name: "ShellSyntax", dependencies: ["Diagnostics"]),
    .target(name: "EmbeddedBuildspecs", dependencies: ["Diagnostics", "YAMLSyntax"]),
    .target(
      name: "BuildspecLint", dependencies: ["BuildspecModel", "EmbeddedBuildspecs", "ShellSyntax"]),
    .target(name: "LogExplanations"),
    .target(name: "ImageDefinitions", dependencies: ["JSONSyntax", "YAMLSyntax"]),
    .target(name: "BuildPlanning", dependencies: ["BuildspecModel"]),
    .target(
      name: "BuildExecution",
      dependencies: ["BuildPlanning", "JSONSyntax", "ZipArchive", subprocess, systemPackage]),
    .target(name: "BatchExecution", dependencies: ["BuildExecution"]),
    .target(
      name: "Reporting", dependencies: ["BatchExecution", "BuildspecLint", "LogExplanations"]),
    .target(
      name: "RunRecords",
      dependencies: ["BatchExecution", "JSONSyntax", "Reporting", systemPackage]),
    .target(
      name: "Commands",
      dependencies: [
        "BatchExecution", "CProcessors", "ImageDefinitions", "JSONSyntax", "LogExplanations",
        "Reporting", "RunRecords", argumentParser, subprocess, systemPackage,
      ]),
    .executableTarget(name: "buildspec", dependencies: ["CStaticSymbols", "Commands"]),

    .target(
      name: "TestSupport",
      dependencies: ["Diagnostics", "YAMLSyntax", subprocess, systemPackage],
      path: "Tests/TestSupport"),
    .testTarget(
      name: "ZipArchiveTests", dependencies: ["TestSupport", "ZipArchive", systemPackage]),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "TestSupport"]),
    .testTarget(
      name: "YAMLSyntaxTests", dependencies: ["YAMLSyntax", "TestSupport", systemPackage]),
    .testTarget(name: "BuildspecModelTests", dependencies: ["BuildspecModel", "TestSupport"]),
    .testTarget(
      name: "EmbeddedBuildspecsTests", dependencies: ["EmbeddedBuildspecs", "TestSupport"]),
    .testTarget(
      name: "BuildspecLintTests",
      dependencies: [
        "BuildspecLint", "EmbeddedBuildspecs", "Reporting", "ShellSyntax", "TestSupport",
        systemPackage,
      ]),
    .testTarget(name: "ShellSyntaxTests", dependencies: ["ShellSyntax", "TestSupport"]),
    .testTarget(
      name: "LogExplanationsTests",
      dependencies: ["BuildspecLint", "LogExplanations", "TestSupport"]),
    .testTarget(
      name: "ImageDefinitionsTests",
      dependencies: ["ImageDefinitions", "JSONSyntax", "TestSupport"]),
    .testTarget(name: "BuildPlanningTests", dependencies: ["BuildPlanning", "TestSupport"]),
    .testTarget(
      name: "BuildExecutionTests",
      dependencies: ["BuildExecution", "Commands", "Reporting", "TestSupport", systemPackage]),
    .testTarget(
      name: "BatchExecutionTests",
      dependencies: ["BatchExecution", "TestSupport"]),
    .testTarget(
      name: "ReportingTests", dependencies: ["JSONSyntax", "Reporting", "TestSupport"]),
    .testTarget(
      name: "RunRecordsTests",
      dependencies: ["Commands", "JSONSyntax", "RunRecords", "TestSupport", systemPackage]),
    .testTarget(
      name: "CommandsTests",
      dependencies: [
        "BuildspecLint", "Commands", "TestSupport", argumentParser, systemPackage,
      ]),
    .target(
      name: "PipelineChecks", dependencies: ["BuildspecLint", "Reporting", "TestSupport"],
      path: "Tests/PipelineChecks"),
    .testTarget(name: "FuzzTests", dependencies: ["PipelineChecks", "TestSupport"]),
    .testTarget(
      name: "EndToEndTests", dependencies: ["buildspec", "TestSupport", subprocess, systemPackage]),
  ]
)

// Only `make fuzz` builds it: libFuzzer brings its own `main`.
if Context.environment["BUILDSPEC_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "buildspec-fuzz", dependencies: ["PipelineChecks"], path: "Fuzzing",
      exclude: ["buildspec.dict"]))
}

for target in package.targets where target.type != .system {
  target.swiftSettings = settings
}
