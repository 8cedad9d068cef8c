import BuildspecModel
import Testing

/// The tables of the platform.
@Suite struct PlatformTableTests {
  @Test(arguments: [
    ("latest", RuntimeSelector.latest), ("3.x", .series("3")), ("$V", .variable),
    ("${V}", .variable), ("3.12", .exact("3.12")), ("corretto21", .exact("corretto21")),
  ])
  func `versions have four forms`(_ text: String, _ form: RuntimeSelector) {
    #expect(RuntimeSelector(text) == form)
  }

  @Test func `versions fit part by part`() {
    let versions = ["3.9", "3.10"]
    for text in ["3", "3.x", "3.10", "3.9.1", "latest", "$V"] {
      #expect(RuntimeSelector(text).fits(versions), "\(text)")
    }
    for text in ["3.1", "2.x", "39", "4", "3.11"] {
      #expect(!RuntimeSelector(text).fits(versions), "\(text)")
    }
  }

  @Test func `the older spelling of Amazon Linux images stays valid`() {
    #expect(
      ImageTable.image("aws/codebuild/amazonlinux2-x86_64-standard:5.0")?.state == .maintained)
    #expect(ImageTable.image("aws/codebuild/standard:1.0")?.state == .retired)
    #expect(ImageTable.image("ubuntu:24.04") == nil)
  }

  @Test func `no image, runtime or variable is there twice`() {
    let images = ImageTable.images.map(\.name)
    #expect(Set(images).count == images.count)
    let runtimes = RuntimeTable.runtimes.map(\.name)
    #expect(runtimes == Set(runtimes).sorted())
    let variables = BuiltInVariableTable.variables.map(\.name)
    #expect(variables == Set(variables).sorted())
  }

  @Test func `variables of secondary sources are documented, their bare prefix is not`() {
    #expect(BuiltInVariableTable.isDocumented("CODEBUILD_SRC_DIR_config"))
    #expect(!BuiltInVariableTable.isDocumented("CODEBUILD_SRC_DIR_"))
    #expect(!BuiltInVariableTable.isDocumented("CODEBUILD_GIT_BRANCH"))
    #expect(BuiltInVariableTable.maySet("CODEBUILD_CONFIG_AUTO_DISCOVER"))
    #expect(!BuiltInVariableTable.maySet("CODEBUILD_BUILD_ID"))
  }

  @Test func `sizes are those of the documentation`() {
    #expect(ComputeSize.of(.small, in: .linuxContainer)?.memory == 4)
    #expect(ComputeSize.of(.xxlarge, in: .armContainer)?.processors == 48)
    #expect(ComputeSize.of(.small, in: .windowsServer2022) == nil)
    #expect(ComputeType.allCases.count == 12)
    #expect(EnvironmentType.allCases.count == 12)
    #expect(ReportFormat.allCases.count == 10)
  }
}
