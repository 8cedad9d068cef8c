import Diagnostics
import ShellSyntax

/// A word of a script as what it says of the id of an actor: bytes, the id itself, and other
/// expansions.
struct IDText {
  enum Unit: Equatable {
    case byte(UInt8, isQuoted: Bool)
    case id
    case other
  }

  private(set) var units: [Unit] = []
  /// Where reading ended in the script.
  private(set) var end: Int

  private let bytes: [UInt8]
  private let names: Set<String>
  /// Whether a backslash outside of quotes stays, as in the regex of a `[[`.
  private let keepsEscapes: Bool
  private var isQuoted = false

  /// Whether the word is the id and nothing else.
  var isID: Bool { units == [.id] }
  private(set) var hasID = false

  /// The same with quotes that mean nothing.
  var unquoted: IDText {
    var text = self
    text.units = units.map { unit in
      guard case .byte(let byte, _) = unit else { return unit }
      return .byte(byte, isQuoted: false)
    }
    return text
  }

  /// Reads `limit`, or from its start up to a blank when the word is a regex, which may hold any
  /// sign.
  init(_ bytes: [UInt8], _ limit: SourceRange, names: Set<String>, isRegex: Bool = false) {
    self.bytes = bytes
    self.names = names
    keepsEscapes = isRegex
    end = limit.start
    let last = min(limit.end, bytes.count)
    while end < last {
      if isRegex, !isQuoted, bytes[end] == 0x20 || bytes[end] == 0x09 || bytes[end] == 0x0A {
        break
      }
      step()
    }
    end = min(end, last)
  }

  private mutating func step() {
    let byte = bytes[end]
    end += 1
    switch byte {
    case UInt8(ascii: "\""): isQuoted.toggle()
    case UInt8(ascii: "'") where !isQuoted:
      while end < bytes.count, bytes[end] != UInt8(ascii: "'") { take(isQuoted: true) }
      end += 1
    case UInt8(ascii: "\\"): escape()
    case UInt8(ascii: "$"): dollar()
    case UInt8(ascii: "`"):
      while end < bytes.count, bytes[end] != UInt8(ascii: "`") { end += 1 }
      end += 1
      units.append(.other)
    default: units.append(.byte(byte, isQuoted: isQuoted))
    }
  }

  private mutating func take(isQuoted: Bool) {
    units.append(.byte(bytes[end], isQuoted: isQuoted))
    end += 1
  }

  private mutating func take(isID: Bool) {
    units.append(isID ? .id : .other)
    hasID = hasID || isID
  }

  private mutating func escape() {
    guard end < bytes.count else { return }
    if bytes[end] == 0x0A {
      end += 1
    } else if isQuoted {
      if !"$`\"\\".utf8.contains(bytes[end]) {
        units.append(.byte(UInt8(ascii: "\\"), isQuoted: true))
      }
      take(isQuoted: true)
    } else if keepsEscapes {
      units.append(.byte(UInt8(ascii: "\\"), isQuoted: false))
      take(isQuoted: false)
    } else {
      take(isQuoted: true)
    }
  }

  private mutating func dollar() {
    guard end < bytes.count else {
      return units.append(.byte(UInt8(ascii: "$"), isQuoted: isQuoted))
    }
    switch bytes[end] {
    case UInt8(ascii: "("):
      skip(UInt8(ascii: "("), UInt8(ascii: ")"))
      units.append(.other)
    case UInt8(ascii: "{"):
      let start = end + 1
      skip(UInt8(ascii: "{"), UInt8(ascii: "}"))
      take(isID: isID(braces: start..<max(start, end - 1)))
    case let byte where ShellName.isNameByte(byte):
      let start = end
      while end < bytes.count, ShellName.isNameByte(bytes[end]) { end += 1 }
      take(isID: names.contains(text(start..<end)))
    case let byte where "@*#?-$!".utf8.contains(byte):
      end += 1
      units.append(.other)
    default: units.append(.byte(UInt8(ascii: "$"), isQuoted: isQuoted))
    }
  }

  /// Whether `${…}` gives the whole id, or what stands for it when it is not set.
  private func isID(braces range: Range<Int>) -> Bool {
    let name = bytes[range].prefix(while: ShellName.isNameByte)
    let rest = bytes[name.endIndex..<range.upperBound]
    guard names.contains(String(decoding: name, as: UTF8.self)) else { return false }
    return rest.isEmpty || rest.starts(with: ":-".utf8) || rest.starts(with: "-".utf8)
      || rest.starts(with: ":?".utf8) || rest.starts(with: "?".utf8)
  }

  /// Over a pair of signs and what is in it.
  private mutating func skip(_ opening: UInt8, _ closing: UInt8) {
    var level = 0
    while end < bytes.count {
      if bytes[end] == opening { level += 1 }
      if bytes[end] == closing { level -= 1 }
      end += 1
      if level == 0 { return }
    }
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
