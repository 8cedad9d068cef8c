import Diagnostics
import JSONSyntax

/// A JSON object of a record. What is missing or of another kind is damage.
struct RecordedObject {
  private let bytes: [UInt8]
  private let node: JSONNode

  /// - Throws: `RecordDamage`.
  init(_ bytes: [UInt8]) throws(RecordDamage) {
    var reader = JSONReader(bytes)
    let node: JSONNode
    do { node = try reader.value() } catch { throw RecordDamage(reason: error.message) }
    guard node.members != nil, reader.isAtEnd else { throw RecordDamage(reason: "no JSON object") }
    self.init(bytes, node)
  }

  private init(_ bytes: [UInt8], _ node: JSONNode) {
    self.bytes = bytes
    self.node = node
  }

  func text(_ key: String) throws(RecordDamage) -> String {
    guard let text = node[key]?.string else { throw RecordDamage(missing: key) }
    return text
  }

  func optionalText(_ key: String) -> String? { node[key]?.string }

  func number(_ key: String) throws(RecordDamage) -> Int {
    guard let number = optionalNumber(key) else { throw RecordDamage(missing: key) }
    return number
  }

  func optionalNumber(_ key: String) -> Int? {
    guard let value = node[key], case .number = value.content else { return nil }
    return Int(written(value))
  }

  func flag(_ key: String) throws(RecordDamage) -> Bool {
    guard let value = node[key], case .boolean = value.content else {
      throw RecordDamage(missing: key)
    }
    return written(value) == "true"
  }

  func object(_ key: String) throws(RecordDamage) -> RecordedObject {
    guard let object = optionalObject(key) else { throw RecordDamage(missing: key) }
    return object
  }

  func optionalObject(_ key: String) -> RecordedObject? {
    guard let value = node[key], value.members != nil else { return nil }
    return RecordedObject(bytes, value)
  }

  func objects(_ key: String) throws(RecordDamage) -> [RecordedObject] {
    guard let items = node[key]?.items else { throw RecordDamage(missing: key) }
    return items.filter { $0.members != nil }.map { RecordedObject(bytes, $0) }
  }

  /// The members that are texts.
  var texts: [String: String] {
    let pairs = (node.members ?? []).compactMap { member in
      member.value.string.map { (member.key, $0) }
    }
    return Dictionary(pairs) { _, last in last }
  }

  private func written(_ value: JSONNode) -> String {
    String(decoding: bytes[value.range.start..<value.range.end], as: UTF8.self)
  }
}
