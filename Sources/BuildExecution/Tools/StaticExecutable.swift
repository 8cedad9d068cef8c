import SystemPackage

/// Tells whether a program runs in any container of Linux: an ELF file that asks for no loader.
enum StaticExecutable {
  private static let magic: [UInt8] = [0x7F, 0x45, 0x4C, 0x46]
  private static let headerSize = 64
  /// Kind of a part that names the loader.
  private static let interpreter = 3

  static func isOne(_ path: FilePath, files: any Files) -> Bool {
    guard let header = try? files.read(path, from: 0, count: headerSize),
      header.count == headerSize, header.starts(with: magic),
      // 64 bits, the lowest byte first.
      header[4] == 2, header[5] == 1
    else { return false }
    let (offset, size) = (number(header[32..<40]), number(header[54..<56]))
    let count = number(header[56..<58])
    guard size >= 4, let table = try? files.read(path, from: offset, count: size * count),
      table.count == size * count
    else { return false }
    return (0..<count).allSatisfy { number(table[($0 * size)..<($0 * size + 4)]) != interpreter }
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.prefix(7).reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
