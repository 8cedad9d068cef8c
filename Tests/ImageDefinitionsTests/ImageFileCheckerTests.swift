import Diagnostics
import ImageDefinitions
import TestSupport
import Testing

/// Findings about imagedefinitions.json and imageDetail.json.
@Suite struct ImageFileCheckerTests {
  @Test(arguments: [
    #"[{"name":"web","imageUri":"x.org/web:1"}]"#,
    #" [ { "imageUri" : "x.org\/w\u0065b:1" , "name" : "web_2-a" } ] "#,
    #"[{"name":"a","imageUri":"x:1"},{"name":"b","imageUri":"x:1"}]"#,
  ])
  func `right definitions have no findings`(_ text: String) {
    #expect(findings(text, "imagedefinitions.json") == [])
  }

  @Test(arguments: [
    #"{"ImageURI":"x.org/web:1"}"#,
    #"{"ImageURI":"x:1","ImageTags":["a"],"ImageSizeInBytes":"1","Version":"1.0"}"#,
  ])
  func `a right detail has no findings`(_ text: String) {
    #expect(findings(text, "imageDetail.json") == [])
    #expect(findings(text, "out/other.json") == [])
  }

  @Test(arguments: [
    "", "[", "[{]", #"[{"name":"a",}"#, "['a'", "[{name:", "[1 2]", "[01, 2]", "[x]", #"["a\q"]"#,
    "[1] x", "[1, # why", #"["\ud800"]"#, "[.5]", "[tru]", #"["\u12"]"#, #"["\"#, "[-]", "[1.]",
  ])
  func `what is not JSON is said to be so`(_ text: String) {
    let codes = findings(text, "imagedefinitions.json").map(\.rule.code)
    #expect(codes.contains("IM001"))
  }

  @Test func `mistakes of writing by hand are named`() {
    let cases = [
      (#"[{"name":"a" "imageUri":"x:1"}]"#, "a comma is missing before this"),
      (#"[{"name":"a","imageUri":"x:1"},]"#, "a comma stands before the closing bracket"),
      (#"[{"name" "a"}]"#, "a `:` is missing before this"),
      ("[{\"name\":\"a\n\"}]", "this string is not closed on its line"),
      ("[{'name':'a'}]", "a key takes double quotes"),
      ("[{\"name\":'a'}]", "a string takes double quotes"),
      ("[{\"name\":web}]", "`web` is no value of JSON"),
      ("[{\"name\":\"a\"}", "this bracket is never closed"),
      ("// x\n[]", "JSON has no comments"),
    ]
    for (text, message) in cases {
      #expect(findings(text, "imagedefinitions.json").map(\.message) == [message])
    }
  }

  @Test func `two values glued together`() {
    expect(
      "IM004",
      at: #"[{"name":"web","imageUri":"a:1"}]«[»{"name":"web","imageUri":"b:2"}]"#)
    expect("IM004", at: "{\"ImageURI\":\"a:1\"}\n«{»\"ImageURI\":\"b:1\"}", "imageDetail.json")
  }

  @Test func `each file in the place of the other`() {
    expect("IM006", at: #"«{»"ImageURI":"a:1"}"#)
    expect("IM006", at: #"«[»{"name":"web","imageUri":"a:1"}]"#, "imageDetail.json")
    expect("IM005", at: #"«{»"name":"web","imageUri":"a:1"}"#)
    expect("IM005", at: #"«"x"»"#)
    expect("IM005", at: #"[«["web","a:1"]»]"#)
    expect("IM007", at: "«[]»")
  }

  @Test func `a slip of a key is one finding with its fix`() {
    let found = expect("IM008", at: #"[{"name":"web",«"imageURI"»:"a:1"}]"#)
    #expect(found.first?.fix?.edits.first?.replacement == "\"imageUri\"")
    #expect(
      findings(#"{"imageUri":"a:1"}"#, "imageDetail.json").map(\.help)
        == ["did you mean `ImageURI`?"])
  }

  @Test func `a key too many is a warning`() {
    let found = expect("IM008", at: #"[{"name":"web","imageUri":"a:1",«"tag"»:"1"}]"#)
    #expect(found.map(\.severity) == [.warning])
  }

  @Test func `keys and values of an entry`() {
    expect("IM009", at: #"[«{"name":"web"}»]"#)
    expect("IM009", at: "«{}»", "imageDetail.json")
    expect("IM010", at: #"[{"name":"web","imageUri":"a:1",«"name"»:"web"}]"#)
    expect("IM011", at: #"[{"name":«1»,"imageUri":"a:1"}]"#)
    expect("IM012", at: #"[{"name":"web","imageUri":«"$REPO:1"»}]"#)
    expect("IM012", at: #"[{"name":"web","imageUri":«""»}]"#)
    expect("IM013", at: #"[{"name":"web","imageUri":«"x.org/web"»}]"#)
    expect("IM014", at: #"[{"name":"web","imageUri":«"x.org/web:latest"»}]"#)
    expect("IM015", at: #"[{"name":«"my web"»,"imageUri":"a:1"}]"#)
    expect("IM015", at: #"[{"name":«""»,"imageUri":"a:1"}]"#)
  }

  @Test func `the same container twice shows the first`() {
    let found = expect(
      "IM016", at: #"[{"name":"a","imageUri":"x:1"},{"name":«"a"»,"imageUri":"x:2"}]"#)
    #expect(found.first?.related.count == 1)
  }

  @Test func `the file is UTF-8`() {
    let utf16 = SourceText(path: "x.json", bytes: [0xFF, 0xFE, 0x5B, 0, 0x5D, 0])
    #expect(ImageFileChecker.check(utf16).findings.map(\.rule.code) == ["IM002"])
    let broken = SourceText(path: "x.json", bytes: Array("[\"é".utf8) + [0xFF] + Array("\"]".utf8))
    let found = ImageFileChecker.check(broken).findings
    #expect(found.map(\.range) == [SourceRange(start: 4, end: 5)])
    let marked = SourceText(
      path: "imageDetail.json", text: "\u{FEFF}{\"ImageURI\":\"a:1\"}")
    #expect(ImageFileChecker.check(marked).findings.map(\.severity) == [.warning])
  }

  @Test func `more than 100 KB is too large`() {
    let text = "[{\"name\":\"web\",\"imageUri\":\"a:1\"}]" + String(repeating: " ", count: 102_400)
    #expect(findings(text, "imagedefinitions.json").map(\.rule.code) == ["IM003"])
  }

  @Test func `deep nesting ends`() {
    let text = String(repeating: "[", count: 100_000)
    #expect(findings(text, "imagedefinitions.json").map(\.rule.code) == ["IM001"])
  }

  @Test func `codes and names are unique`() {
    let rules = ImageFileRule.allCases
    #expect(Set(rules.map(\.name)).count == rules.count)
    #expect(rules.map(\.rawValue) == rules.map(\.rawValue).sorted())
  }

  private func findings(_ text: String, _ path: String) -> [Diagnostic] {
    ImageFileChecker.check(SourceText(path: path, text: text)).findings
  }

  @discardableResult
  private func expect(
    _ code: String, at marked: String, _ path: String = "imagedefinitions.json",
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> [Diagnostic] {
    let marks = MarkedText(marked)
    let found = findings(marks.text, path)
    #expect(found.map(\.rule.code) == [code], sourceLocation: sourceLocation)
    #expect(found.map(\.range) == marks.ranges, sourceLocation: sourceLocation)
    return found
  }
}
