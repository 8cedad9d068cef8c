/// The text that a shell runs for some of the test files.
package struct TestCommand {
  /// Name of the variable that has the files, one a line.
  package static let variable = "CODEBUILD_CURRENT_SHARD_FILES"

  private let text: String

  /// - Parameter text: what the user wrote.
  package init(_ text: String) {
    self.text = text
  }

  /// Whether the user puts the files where they belong. AWS says that they are appended to any command,
  /// but its examples for Maven, Django and Kotlin would fail if they were, to one that does so itself.
  package var namesFiles: Bool { text.contains(Self.variable) }

  /// The command with the files behind it.
  package func script(_ files: [[UInt8]]) -> [UInt8] {
    guard !namesFiles else { return Array(text.utf8) }
    return files.reduce(into: body) { $0 += [UInt8(ascii: " ")] + Self.word($1) }
  }

  /// The command with the arguments of the shell behind it.
  package var scriptWithArguments: [UInt8] { body + Array(" \"$@\"".utf8) }

  /// Without the blank lines at its end, behind which the files would be a command of their own.
  private var body: [UInt8] {
    let end = text.lastIndex { !$0.isWhitespace }
    let trimmed = end.map { text[...$0] } ?? ""
    // A backslash at the end joins the next line, which begins with the files.
    return Array((trimmed.hasSuffix("\\") ? text[...] : trimmed).utf8)
  }

  /// A name as one word of a shell. Plain ones stay as they are.
  static func word(_ name: [UInt8]) -> [UInt8] {
    // It would be taken for an option.
    let name = name.first == UInt8(ascii: "-") ? Array("./".utf8) + name : name
    guard !name.allSatisfy(isPlain) else { return name }
    let quote = UInt8(ascii: "'")
    return [quote] + name.flatMap { $0 == quote ? Array("'\\''".utf8) : [$0] } + [quote]
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "@%_+=:,./-".utf8.contains(byte)
    }
  }
}
