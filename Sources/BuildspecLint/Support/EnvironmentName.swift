/// Names that every shell takes for a variable.
enum EnvironmentName {
  static func isGood(_ name: String) -> Bool {
    guard let first = name.utf8.first else { return false }
    return isStart(first) && name.utf8.allSatisfy(isPart)
  }

  static func isStart(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || (0x61...0x7A).contains(byte | 0x20)
  }

  static func isPart(_ byte: UInt8) -> Bool {
    isStart(byte) || (0x30...0x39).contains(byte)
  }
}
