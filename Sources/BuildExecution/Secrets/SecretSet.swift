import BuildPlanning
import JSONSyntax

/// The secrets of one build.
struct SecretSet: Sendable {
  /// Values of variables, by name.
  var values: [String: String] = [:]
  /// What is hidden beside them.
  var credentials: [String] = []

  /// Hides all of them.
  var mask: SecretMask {
    SecretMask(Set(values.values.flatMap { [$0] + Self.parts(of: $0) } + credentials))
  }

  /// Names of variables whose values are too short to be masked, sorted.
  var unmasked: [String] {
    values.filter { !$0.value.isEmpty && !SecretForms.canMask($0.value) }.keys.sorted()
  }

  /// Of a secret that is a JSON object: the values that a command may take out of it and that nobody
  /// should see, by their keys.
  private static func parts(of text: String) -> [String] {
    guard text.utf8.first == UInt8(ascii: "{") else { return [] }
    var reader = JSONReader(Array(text.utf8))
    return ((try? reader.value())?.members ?? []).compactMap { member in
      SecretNames.isSecret(member.key) ? member.value.string : nil
    }
  }
}
