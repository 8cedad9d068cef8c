/// A source beside the primary one, in a folder of its own.
package struct PlannedSecondarySource: Codable, Hashable, Sendable {
  package var identifier: String
  /// The folder as the user named it.
  package var directory: String

  package init(identifier: String, directory: String) {
    self.identifier = identifier
    self.directory = directory
  }

  /// Less than 128 letters, digits and underscores, as the service takes them.
  package static func isValid(_ identifier: String) -> Bool {
    !identifier.isEmpty && identifier.utf8.count < 128
      && identifier.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
          true
        default: false
        }
      }
  }
}
