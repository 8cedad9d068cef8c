import TestSupport
import Testing

@testable import BuildExecution

/// Forms of secrets as real tools write them.
struct SecretFormsTests {
  private static let values = [
    "hunter22", "p@ss w/rd+=&?", "quote\"back\\slash", "it's $HOME `id`", "schlüssel-🔑-ñ", "abcd",
    "abcde",
    "abcdef", "a/b?c>d<e&f~g*h(i)!", "tab\there",
  ]

  private func masked(_ value: String, by program: String) async throws -> String {
    let folder = try TemporaryDirectory()
    let done = try await Tool.run(
      "/bin/bash", ["-c", program], in: folder.path, environment: ["SECRET": value])
    return SecretMask([value]).masked(done.output)
  }

  @Test(
    arguments: values,
    [
      "printf '%s' \"$SECRET\"", "printf '%s' \"$SECRET\" | base64 -w 0",
      "printf '%s' \"$SECRET\" | base64 -w 0 | tr -d =",
      "printf '%s' \"$SECRET\" | base64 -w 0 | tr '+/' '-_'",
      "printf '%s' \"$SECRET\" | jq -sRr @uri",
      "printf '%s' \"$SECRET\" | jq -sR . | sed 's/^.//; s/.$//'",
      "printf '%s' \"$SECRET\" | jq -asR . | sed 's/^.//; s/.$//'",
      "python3 -c 'import os,json; print(json.dumps(os.environ[\"SECRET\"])[1:-1])'",
      "python3 -c 'import os,json; print(json.dumps(json.dumps(os.environ[\"SECRET\"]))[3:-3])'",
      "python3 -c 'import os,urllib.parse as u; print(u.quote(os.environ[\"SECRET\"]))'",
      "python3 -c 'import os,urllib.parse as u; print(u.quote_plus(os.environ[\"SECRET\"]))'",
    ])
  func `a value is masked whole`(value: String, program: String) async throws {
    #expect(try await masked(value, by: program).trimmingLineEnds == "***")
  }

  @Test(arguments: values, ["", "u", "us", "user:"])
  func `a value inside of longer base64 is masked but for its edges`(
    value: String, before: String
  ) async throws {
    let shown = try await masked(
      value, by: "printf '%s' '\(before)'\"$SECRET\"':behind' | base64 -w 0")
    #expect(shown.contains("***"))
    #expect(shown.count < 3 + 4 * (before.count + 7) / 3 + 6)
  }

  @Test func `what set -x and export -p print is masked`() async throws {
    for program in [
      "set -x; : \"$SECRET\"", "export -p | grep SECRET", "declare -p SECRET",
    ] {
      for shell in ["dash", "bash"] where !(shell == "dash" && program.hasPrefix("declare")) {
        let value = "it's \"$HOME\" `id` \\ x"
        let shown = try await masked(value, by: "\(shell) -c '\(program)' 2>&1")
        #expect(!shown.contains("HOME"), "\(shell): \(program)")
        #expect(shown.contains("***"))
      }
    }
  }

  private static let key = """
    -----BEGIN PRIVATE KEY-----
    MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj
    MzEfYyjiWA4R4/M2bS1GB4t7NXp98C3SC6dVMvDuictGeurT8jNbvJZHtCSuYEvu
    NMoSfm76oqFvAp8Gy0iz5sxjZmSnXyCdPEovGhLa0VzMaQ8s+CLOyS56YyCFGeJZ
    abcd==
    -----END PRIVATE KEY-----

    """

  @Test(arguments: [
    "printf '%s' \"$SECRET\" | sed -n 3p", "printf '%s' \"$SECRET\" | sed 's/^/  /'",
    "printf '%s' \"$SECRET\" | base64", "printf '%s' \"$SECRET\" | base64 | head -n 3",
    "printf '%s' \"$SECRET\" | openssl base64", "printf '%s' \"$SECRET\" | jq -sR .",
    "printf '%s' \"$SECRET\" | jq -sRr @uri",
  ])
  func `lines of a key are masked`(program: String) async throws {
    let shown = try await masked(Self.key, by: program)
    #expect(shown.contains("***"))
    for part in ["VJTU", "MzEf", "NMoS", "SkJPS", "VkpUV", "TXpFZ"] {
      #expect(!shown.contains(part))
    }
    #expect(shown.count < 150)
  }

  @Test func `short values and the frame of keys are not masked`() {
    #expect(SecretForms.all(of: "abc").isEmpty)
    #expect(SecretForms.all(of: " abc\n").isEmpty)
    #expect(
      SecretMask([Self.key]).masked("-----BEGIN PRIVATE KEY-----") == "-----BEGIN PRIVATE KEY-----")
  }

  @Test func `the value without its line end is masked too`() {
    #expect(SecretMask(["hunter22\n"]).masked("hunter22!") == "***!")
  }
}

extension String {
  fileprivate var trimmingLineEnds: String { String(trimmingSuffix { $0 == "\n" }) }

  private func trimmingSuffix(while drop: (Character) -> Bool) -> Substring {
    var text = self[...]
    while let last = text.last, drop(last) { text.removeLast() }
    return text
  }
}
