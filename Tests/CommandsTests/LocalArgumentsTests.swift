import ArgumentParser
import TestSupport
import Testing

@testable import Commands

/// What `codebuild-local` makes of the flags of AWS's script.
struct LocalArgumentsTests {
  private func arguments(_ flags: String...) throws -> [String] {
    let options = try CodeBuildLocalCommand.parse(flags)
    return try LocalArguments(options: options, host: .live()).make()
  }

  @Test func `every flag has its own`() throws {
    #expect(
      try arguments("-i", "image", "-a", "out", "-r", "reports", "-dm", "-s", "src", "-s", "x:y")
        == [
          "--image=image", "--artifacts=out", "--packaging=zip", "--reports=reports",
          "--privileged",
          "--in-place", "--directory=src", "--source=x=y",
        ])
  }

  @Test func `values may be joined to their flags`() throws {
    #expect(
      try arguments("-iimage:1", "-aout") == [
        "--image=image:1", "--artifacts=out", "--packaging=zip",
      ])
  }

  @Test func `a folder with a colon is no secondary source`() throws {
    let folder = try TemporaryDirectory()
    folder.createFolder("a:b")
    #expect(
      try arguments("-ii", "-aa", "-s", folder.file("a:b")).last
        == "--directory=\(folder.file("a:b"))")
  }

  @Test func `variables come as they are, but for comments`() throws {
    let folder = try TemporaryDirectory(["v": "# no\r\n\r\nA='x y'\r\nB=\nC=a=b"])
    #expect(
      try arguments("-ii", "-aa", "-e", folder.file("v")).suffix(3)
        == ["--env=A='x y'", "--env=B=", "--env=C=a=b"])
  }
}
