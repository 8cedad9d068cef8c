import ArgumentParser
import Reporting

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print a JSON Schema of buildspecs, for editors.",
    discussion: """
      It refuses what lint calls an error, as far as JSON Schema can say it. It knows nothing of the \
      commands themselves.
      """)

  @Option(help: "Version of JSON Schema.")
  var draft = SchemaDraft.draft202012

  @Flag(help: "The schema of .buildspecrc.yml instead.")
  var config = false

  func run() {
    StandardStreams.write(config ? ConfigSchema(draft).text : BuildspecSchema(draft).text)
  }
}

extension SchemaDraft: ExpressibleByArgument {}
