import BuildspecModel
import ShellSyntax

/// The variables that are set before each command of a file.
struct ShellCheckVariables {
  private let file: BuildspecFile
  private var names: Set<String>
  /// Whether a command has read another script, which may set anything.
  private var isOpen = false

  init(_ file: BuildspecFile, _ project: BuildProject? = nil) {
    self.file = file
    let entries = file.environmentEntries.map(\.name.value)
    let exported = file.buildspec.env?.exportedVariables.map(\.value) ?? []
    names = Set(entries + exported + (project?.variables ?? []).map(\.name))
  }

  func isSet(_ name: String) -> Bool {
    isOpen || names.contains(name) || BuiltInVariableTable.isDocumented(name)
      || name.hasPrefix("AWS_")
  }

  /// Takes note of what a command sets. In version 0.1 nothing reaches the next one.
  mutating func add(_ item: ShellItem) {
    guard !isOpen, !file.buildspec.isVersion01 else { return }
    names.formUnion(Self.assigned(in: item.command.text))
    isOpen = item.commands.contains { [".", "source", "eval"].contains($0.name) }
  }

  /// Names that a script may set. Rather too many than too few: the words after `read`, `for` and
  /// their like count to the end of the line.
  static func assigned(in text: String) -> Set<String> {
    var names: Set<String> = []
    var listens = false
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      let start = index
      while index < bytes.count, isNameByte(bytes[index]) { index += 1 }
      guard index > start else {
        if [0x0A, UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "&")].contains(bytes[index]) {
          listens = false
        }
        index += 1
        continue
      }
      let word = String(decoding: bytes[start..<index], as: UTF8.self)
      if listens || isAssignment(bytes[index...].prefix(2)) { names.insert(word) }
      if setters.contains(word) { listens = true }
    }
    return names
  }

  /// Whether `=`, `+=`, `[` or `:=` follows a name.
  private static func isAssignment(_ rest: ArraySlice<UInt8>) -> Bool {
    guard let first = rest.first else { return false }
    if first == UInt8(ascii: "=") || first == UInt8(ascii: "[") { return true }
    return [UInt8(ascii: "+"), UInt8(ascii: ":")].contains(first)
      && rest.dropFirst().first == UInt8(ascii: "=")
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
      || (0x61...0x7A).contains(byte)
  }

  private static let setters: Set<String> = [
    "read", "for", "select", "getopts", "mapfile", "readarray", "printf", "export", "declare",
    "typeset", "readonly", "local",
  ]
}
