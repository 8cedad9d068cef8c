import BuildspecModel

/// What a person or a config file says of the project.
struct ProjectChoice: Equatable, Sendable {
  /// A file, with `#` and the name of a project behind it when it holds several.
  var file: String?
  /// Comes over the image of the project.
  var image: String?

  /// The project, or `nil` when nothing is said of it.
  func read() throws(ToolError) -> BuildProject? {
    guard let file else { return image.map(BuildProject.init(image:)) }
    var project = try Self.read(file)
    if let image { project.image = image }
    return project
  }

  private static func read(_ argument: String) throws(ToolError) -> BuildProject {
    let (path, name) = SourceReader.exists(argument) ? (argument, nil) : split(argument)
    let isInput = path == SourceReader.standardInput
    let source =
      isInput ? try SourceReader.readStandardInput(named: path) : try SourceReader.read(path)
    do {
      return try ProjectFile(source).project(named: name)
    } catch {
      throw .usage("\(isInput ? "standard input" : path): \(error.message)")
    }
  }

  private static func split(_ argument: String) -> (path: String, name: String?) {
    guard let mark = argument.lastIndex(of: "#") else { return (argument, nil) }
    return (String(argument[..<mark]), String(argument[argument.index(after: mark)...]))
  }
}
