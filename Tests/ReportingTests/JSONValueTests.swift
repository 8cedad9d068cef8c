import Reporting
import Testing

@Suite struct JSONValueTests {
  @Test func `texts are escaped`() {
    let value = JSONValue.string("a\"b\\c\n\r\t\u{1}é😀\u{2028}")
    #expect(value.text() == "\"a\\\"b\\\\c\\n\\r\\t\\u0001é😀\\u2028\"")
  }

  @Test func `keys keep their order`() {
    let value: JSONValue = ["b": 1, "a": .array([.null, .bool(true), 2]), "c": .object([])]
    #expect(value.text() == #"{"b":1,"a":[null,true,2],"c":{}}"#)
    #expect(value.text(indent: 2).hasPrefix("{\n  \"b\": 1,\n  \"a\": [\n    null,"))
  }
}
