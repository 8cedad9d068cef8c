import ArgumentParser
import BuildExecution
import ImageDefinitions
import SystemPackage

struct ImageDefinitionsWrite: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "write",
    abstract: "Write the file from names of containers and images.",
    discussion: """
      The file appears whole or not at all. Nothing is written when a name or an image cannot be \
      right.
      """)

  @Option(
    help: ArgumentHelp(
      "Container and its image; repeat it for more. With --blue-green NAME= may be left out.",
      valueName: "NAME=URI"))
  var image: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "File to write; - for standard output. Default: imagedefinitions.json or imageDetail.json.",
      valueName: "FILE"))
  var output: String?

  @Flag(help: "Write imageDetail.json, for a blue/green deployment.")
  var blueGreen = false

  func run() throws {
    try run(on: .live())
  }

  func run(on host: Host) throws(ToolError) {
    let document = try document()
    let path = output ?? document.kind.rawValue
    if path == SourceReader.standardInput {
      StandardStreams.write(document.text)
    } else {
      try WholeFile(path: FilePath(path), host: host).write(Array(document.text.utf8))
    }
    for notice in document.notices {
      StandardStreams.writeError("buildspec: notice: \(notice)\n")
    }
  }

  private func document() throws(ToolError) -> ImageFileDocument {
    do {
      return try ImageFileDocument(
        image.map { ContainerImage(argument: $0) }, kind: blueGreen ? .detail : .definitions)
    } catch {
      throw .usage(error.description)
    }
  }
}
