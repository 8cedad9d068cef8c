import TestSupport
import Testing

@testable import BuildExecution

struct GlobTests {
  @Test(arguments: [
    ("a.txt", "a.txt"), ("*", "a.txt"), ("*", ".hidden"), ("*.txt", "a.txt"), ("dir/*", "dir/a"),
    ("**/*", "a"), ("**/*", "a/b/c"), ("**/*", ".git/config"), ("dir/**/*", "dir/a/b"),
    ("dir/**/*", "dir/a"), ("**/.*", "a/.b"), ("**/.*/**/*", ".git/x/y"), ("./a", "a"),
    ("a?c", "abc"), ("a?c", "aéc"), ("[ab]c", "bc"), ("[!ab]c", "cc"), ("[a-c]", "b"),
    ("[]]", "]"), ("[a", "[a"), ("a\\*", "a*"), ("**", "a/b"), ("a/**/b", "a/b"),
    ("a/**/b", "a/x/y/b"), ("**/target/*.jar", "m/target/a.jar"), ("a**b", "axxb"), ("a/b/", "a/b"),
  ])
  func matches(pattern: String, path: String) {
    #expect(Glob(pattern).matches(path))
  }

  @Test(arguments: [
    ("*", "a/b"), ("*.txt", "a/b.txt"), ("dir/*", "dir/a/b"), ("dir", "dir/a"), ("a?c", "a/c"),
    ("[ab]", "c"), ("[!a]", "a"), ("a\\*", "ab"), ("a", "A"), ("", "a"), ("**/a", "b"),
  ])
  func `does not match`(pattern: String, path: String) {
    #expect(!Glob(pattern).matches(path))
  }

  @Test func `a pattern without wildcards is literal`() {
    #expect(Glob("a/b.c").isLiteral)
    for pattern in ["a*", "?", "[a]", "**/a"] { #expect(!Glob(pattern).isLiteral) }
  }

  @Test(arguments: [
    ("a/*/b", ["a/*/b"]), ("**/a", ["**/a"]), ("a**", ["a*", "a*/**/*"]),
    ("x/**.py", ["x/*.py", "x/*/**/*.py"]), ("***", ["*", "*/**/*"]),
    ("a**b**", ["a*b*", "a*/**/*b*", "a*b*/**/*", "a*/**/*b*/**/*"]),
  ])
  func `two stars within a name are spread`(pattern: String, patterns: [String]) {
    #expect(DoubleStars.spread(pattern) == patterns)
  }

  @Test func `a pattern of many stars is spread no further`() {
    let pattern = Array(repeating: "a**b", count: 100).joined(separator: "/")
    #expect(DoubleStars.spread(pattern).count == 64)
    #expect(DoubleStars.spread(String(repeating: "**a", count: 100)).count == 1)
  }

  @Test(.timeLimit(.minutes(5)))
  func `hostile patterns take no time`() {
    let name = String(repeating: "a", count: 2_000)
    #expect(!Glob(String(repeating: "a*", count: 1_000) + "b").matches(name))
    let path = Array(repeating: "a", count: 200).joined(separator: "/")
    #expect(!Glob(String(repeating: "**/a/", count: 100) + "b").matches(path))
    #expect(Glob(String(repeating: "[", count: 20_000)).isLiteral)
  }

  @Test func `agrees with a slow and simple matcher`() {
    var random = SeededRandom(seed: 42)
    let patternParts = ["a", "b", "*", "?", "**", "/", "/", "a*", "[ab]"]
    let pathParts = ["a", "b", "c", "/", "ab"]
    for _ in 0..<20_000 {
      let pattern = (0..<Int.random(in: 1...7, using: &random)).map { _ in
        patternParts.randomElement(using: &random) ?? ""
      }.joined()
      let path = (0..<Int.random(in: 1...6, using: &random)).map { _ in
        pathParts.randomElement(using: &random) ?? ""
      }.joined()
      #expect(Glob(pattern).matches(path) == Self.slowly(pattern, path), "\(pattern) \(path)")
    }
  }

  private static func slowly(_ pattern: String, _ path: String) -> Bool {
    components(pattern.split(separator: "/")[...], path.split(separator: "/")[...])
  }

  private static func components(
    _ pattern: ArraySlice<Substring>, _ path: ArraySlice<Substring>
  ) -> Bool {
    guard let first = pattern.first else { return path.isEmpty }
    let rest = pattern.dropFirst()
    if first == "**" {
      return components(rest, path) || !path.isEmpty && components(pattern, path.dropFirst())
    }
    guard let name = path.first else { return false }
    return self.name(first, name) && components(rest, path.dropFirst())
  }

  private static func name(_ pattern: Substring, _ text: Substring) -> Bool {
    guard let first = pattern.first else { return text.isEmpty }
    let rest = pattern.dropFirst()
    switch first {
    case "*": return name(rest, text) || !text.isEmpty && name(pattern, text.dropFirst())
    case "?": return !text.isEmpty && name(rest, text.dropFirst())
    case "[":
      return text.first.map { "ab".contains($0) } == true
        && name(pattern.dropFirst(4), text.dropFirst())
    default: return text.first == first && name(rest, text.dropFirst())
    }
  }
}
