/// Names of containers in a task definition.
///
/// Source: `ContainerDefinition.name` of the ECS API, botocore 1.43.11.
enum ContainerName {
  static let rule = "a container has up to 255 letters, digits, underscores and hyphens"

  static func isGood(_ name: String) -> Bool {
    (1...255).contains(name.utf8.count)
      && name.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "-"): true
        default: false
        }
      }
  }
}
