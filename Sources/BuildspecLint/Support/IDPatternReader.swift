/// Reads patterns of the shell and regular expressions as `IDPattern` takes them.
struct IDPatternReader {
  private typealias Token = IDPattern.Token

  private let units: [IDText.Unit]
  private let syntax: IDPattern.Syntax
  private var index = 0
  private var tokens: [Token] = []

  static func tokens(of units: [IDText.Unit], _ syntax: IDPattern.Syntax) -> [IDPattern.Token] {
    var reader = IDPatternReader(units: units, syntax: syntax)
    while reader.index < units.count { reader.step() }
    // A pattern of the shell is about the whole text; a regex is not.
    return syntax == .glob ? [.edge] + reader.tokens + [.edge] : reader.tokens
  }

  private init(units: [IDText.Unit], syntax: IDPattern.Syntax) {
    self.units = units
    self.syntax = syntax
  }

  private mutating func step() {
    switch units[index] {
    case .id: take(.id)
    case .other: take(.other)
    case .byte(let byte, let isQuoted):
      if isQuoted || syntax == .fixed {
        take(Self.plain(byte))
      } else if syntax == .glob {
        glob(byte)
      } else {
        regex(byte)
      }
    }
  }

  private mutating func take(_ token: Token, count: Int = 1) {
    tokens.append(token)
    index += count
  }

  private static func plain(_ byte: UInt8) -> Token { isDigit(byte) ? .digit : .edge }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  private func byte(_ ahead: Int = 0) -> UInt8? {
    guard index + ahead < units.count, case .byte(let byte, _) = units[index + ahead] else {
      return nil
    }
    return byte
  }

  // MARK: Patterns of the shell

  private mutating func glob(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "*"): take(.run)
    case UInt8(ascii: "?"): take(.any)
    case UInt8(ascii: "["): set()
    default: take(Self.plain(byte))
    }
  }

  // MARK: Regular expressions

  private mutating func regex(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\\"): escape()
    case UInt8(ascii: "["): set()
    case UInt8(ascii: "."): take(.any)
    case UInt8(ascii: "*"): take(.run)
    case UInt8(ascii: "+"), UInt8(ascii: "?"), UInt8(ascii: "("), UInt8(ascii: ")"),
      UInt8(ascii: "|"), UInt8(ascii: "{"):
      if syntax == .extended { operation(byte) } else { take(.edge) }
    default: take(Self.plain(byte))
    }
  }

  /// A sign that is an operator, by itself or behind a backslash.
  private mutating func operation(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "+"): take(.run)
    // What may be absent still stands there alone.
    case UInt8(ascii: "?"): index += 1
    case UInt8(ascii: "|"): take(.bar)
    case UInt8(ascii: ")"): take(.close)
    case UInt8(ascii: "{"): count()
    default: group()
    }
  }

  private mutating func group() {
    guard self.byte(1) == UInt8(ascii: "?") else { return take(.open) }
    if self.byte(2) == UInt8(ascii: ":") { return take(.open, count: 3) }
    // A look at what stands beside, as in `(?<!\d)`.
    while let byte = self.byte(), byte != UInt8(ascii: ")") { index += 1 }
    take(.edge)
  }

  /// `{3}` changes nothing at the edges; `{3,}` lets more follow.
  private mutating func count() {
    var isOpen = false
    while let byte = self.byte(), byte != UInt8(ascii: "}") {
      if byte == UInt8(ascii: ",") { isOpen = true }
      index += 1
    }
    index += 1
    if isOpen { tokens.append(.run) }
  }

  private mutating func escape() {
    guard let next = self.byte(1) else { return take(.edge) }
    switch next {
    case UInt8(ascii: "d"), UInt8(ascii: "w"), UInt8(ascii: "S"): take(.any, count: 2)
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "|"), UInt8(ascii: "{"),
      UInt8(ascii: "+"), UInt8(ascii: "?"):
      index += 1
      if syntax == .basic { operation(next) } else { take(.edge) }
    default: take(.edge, count: 2)
    }
  }

  /// `[…]`: whether it may be a digit.
  private mutating func set() {
    let start = index
    var isNegated = false
    index += 1
    if byte() == UInt8(ascii: "^") || byte() == UInt8(ascii: "!") {
      isNegated = true
      index += 1
    }
    let first = index
    var hasDigits = false
    while let byte = byte(), byte != UInt8(ascii: "]") || index == first {
      let isClass = byte == UInt8(ascii: "[") && self.byte(1) == UInt8(ascii: ":")
      if isClass { hasDigits = hasDigits || classHasDigits() }
      if Self.isDigit(byte) { hasDigits = true }
      index += 1
    }
    // A bracket that nothing closes stands for itself.
    guard byte() == UInt8(ascii: "]") else {
      index = start
      return take(.edge)
    }
    take(hasDigits != isNegated ? .any : .edge)
  }

  /// Steps to the last bracket of `[:digit:]`.
  private mutating func classHasDigits() -> Bool {
    var name: [UInt8] = []
    index += 2
    while let byte = byte(), byte != UInt8(ascii: ":") {
      name.append(byte)
      index += 1
    }
    if byte(1) != nil { index += 1 }
    let letter = String(decoding: name, as: UTF8.self)
    return ["digit", "alnum", "xdigit", "graph", "print"].contains(letter)
  }
}
