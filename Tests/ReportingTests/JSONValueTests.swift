import Reporting
import Testing

@Suite struct JSONValueTests {
  @Test func `texts are escaped`() {
    let value = JSONValue.string("a\"b\\c\n\r\t\u{1}é😀\u{2028}")
    #expect(value.text() == "\"a\\\"b\\\\c\\n\\r\\t\\u0001é😀\\u2028\"")
  }

  @Test(arguments: [
    ("", ""), ("\u{2029}", "\\u2029"), ("\u{7F}", "\\u007f"), ("\u{1F}\u{0}", "\\u001f\\u0000"),
    // They begin with the same byte as the two line ends.
    ("a─\u{2027}\u{202A}✓b", "a─\u{2027}\u{202A}✓b"), ("\"─\"", "\\\"─\\\""),
  ])
  func `nothing else is escaped`(text: String, written: String) {
    #expect(JSONValue.string(text).text() == "\"\(written)\"")
    #expect(JSONValue.object([(key: text, value: .null)]).text() == "{\"\(written)\":null}")
  }

  @Test func `keys keep their order`() {
    let value: JSONValue = ["b": 1, "a": .array([.null, .bool(true), 2]), "c": .object([])]
    #expect(value.text() == #"{"b":1,"a":[null,true,2],"c":{}}"#)
    #expect(value.text(indent: 2).hasPrefix("{\n  \"b\": 1,\n  \"a\": [\n    null,"))
  }
}
