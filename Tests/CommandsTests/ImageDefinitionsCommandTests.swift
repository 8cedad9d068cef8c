import ArgumentParser
import BuildExecution
import Diagnostics
import Foundation
import Reporting
import SystemPackage
import TestSupport
import Testing

@testable import Commands

/// `buildspec imagedefinitions`.
@Suite struct ImageDefinitionsCommandTests {
  @Test func `a file is written whole and nothing is left beside it`() throws {
    try inFolder { folder in
      let path = "\(folder)/imagedefinitions.json"
      try TestFiles.write("old", to: path)
      try write(["--image", "web=x.org/web:1", "--output", path])
      #expect(try text(path) == "[\n  {\"name\": \"web\", \"imageUri\": \"x.org/web:1\"}\n]\n")
      #expect(try names(folder) == ["imagedefinitions.json"])
    }
  }

  @Test func `nothing is written when an image cannot be right`() throws {
    try inFolder { folder in
      #expect(
        throws: ToolError.usage(
          "the image `x.org/web:` has an empty tag: a variable in it may have been empty")
      ) {
        try write(["--image", "web=x.org/web:", "-o", "\(folder)/out.json"])
      }
      let left = try names(folder)
      #expect(left == [])
    }
  }

  @Test func `a link is followed, not replaced`() throws {
    try inFolder { folder in
      try TestFiles.write("old", to: "\(folder)/real.json")
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/link.json", withDestinationPath: "real.json")
      try write(["--blue-green", "--image", "x.org/web:1", "-o", "\(folder)/link.json"])
      #expect(try text("\(folder)/real.json") == "{\"ImageURI\": \"x.org/web:1\"}\n")
      #expect(try names(folder) == ["link.json", "real.json"])
    }
  }

  @Test func `a folder or a missing folder is said to be so`() throws {
    try inFolder { folder in
      #expect(throws: ToolError.usage("cannot write \(folder): is a directory")) {
        try write(["--image", "web=a:1", "-o", folder])
      }
      #expect(throws: ToolError.usage("cannot write \(folder)/no/x.json: no such directory")) {
        try write(["--image", "web=a:1", "-o", "\(folder)/no/x.json"])
      }
    }
  }

  @Test func `a device stays a device`() throws {
    try write(["--image", "web=a:1", "-o", "/dev/null"])
    let status = try Host.live().files.status("/dev/null")
    #expect(status?.kind == .other)
  }

  @Test func `check looks at the task definition too`() throws {
    try inFolder { folder in
      try TestFiles.write(
        "[{\"name\":\"wbe\",\"imageUri\":\"a:1\"}]", to: "\(folder)/imagedefinitions.json")
      try TestFiles.write(
        "{\"containerDefinitions\":[{\"name\":\"web\",\"image\":\"a:1\"}]}",
        to: "\(folder)/taskdef.json")
      let task = ["--task-definition", "\(folder)/taskdef.json"]
      #expect(try check(["\(folder)/imagedefinitions.json"] + task) == ["IM017"])
      #expect(try check(["\(folder)/imagedefinitions.json"]) == [])
      try TestFiles.write("{\"ImageURI\":\"a:1\"}", to: "\(folder)/imageDetail.json")
      #expect(try check(["\(folder)/imageDetail.json"] + task) == ["IM019"])
    }
  }

  @Test func `a missing file is one line`() {
    #expect(throws: ToolError.usage("no.json: no such file")) { _ = try check(["no.json"]) }
    #expect(throws: ToolError.usage("/: is a directory, a file is wanted")) {
      _ = try check(["/"])
    }
  }

  private func write(_ arguments: [String]) throws {
    try ImageDefinitionsWrite.parse(arguments).run(on: .live())
  }

  private func check(_ arguments: [String]) throws -> [String] {
    try ImageDefinitionsCheck.parse(arguments).findings()
      .flatMap { $0.diagnostics.map(\.rule.code) }
  }

  private func text(_ path: String) throws -> String {
    String(decoding: try TestFiles.read(path), as: UTF8.self)
  }

  /// Everything in a folder, hidden files too.
  private func names(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("imagedefinitions-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }
}
