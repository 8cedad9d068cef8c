import CYaml
import Diagnostics

/// libyaml's event parser. The one file of the project that holds unsafe pointers to C.
struct YAMLEventParser: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let offsets: CodePointOffsets

  /// The bytes must outlive the parser, which reads them in place.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    guard yaml_parser_initialize(parser) == 1 else {
      parser.deallocate()
      return nil
    }
    self.parser = parser
    self.offsets = CodePointOffsets(bytes)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// The next event, or what libyaml has against the text.
  func next() throws(YAMLParserFailure) -> YAMLEvent {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw failure() }
    defer { yaml_event_delete(&event) }
    let range = SourceRange(
      start: offsets.byte(event.start_mark.index), end: offsets.byte(event.end_mark.index))
    return YAMLEvent(kind: Self.kind(&event), range: range)
  }

  private static func kind(_ event: inout yaml_event_t) -> YAMLEvent.Kind {
    switch event.type {
    case YAML_STREAM_START_EVENT: return .streamStart
    case YAML_DOCUMENT_START_EVENT: return .documentStart
    case YAML_DOCUMENT_END_EVENT: return .documentEnd
    case YAML_ALIAS_EVENT: return .alias(string(event.data.alias.anchor) ?? "")
    case YAML_SEQUENCE_START_EVENT:
      let data = event.data.sequence_start
      return .sequenceStart(anchor: string(data.anchor), tag: string(data.tag))
    case YAML_SEQUENCE_END_EVENT: return .sequenceEnd
    case YAML_MAPPING_START_EVENT:
      let data = event.data.mapping_start
      return .mappingStart(anchor: string(data.anchor), tag: string(data.tag))
    case YAML_MAPPING_END_EVENT: return .mappingEnd
    case YAML_SCALAR_EVENT:
      let data = event.data.scalar
      let text = String(
        decoding: UnsafeBufferPointer(start: data.value, count: data.length), as: UTF8.self)
      let scalar = YAMLScalar(text: text, style: style(data.style))
      return .scalar(scalar, anchor: string(data.anchor), tag: string(data.tag))
    default: return .streamEnd
    }
  }

  private static func style(_ style: yaml_scalar_style_t) -> YAMLScalar.Style {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }

  private static func string(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    pointer.map { String(cString: $0) }
  }

  private func failure() -> YAMLParserFailure {
    let state = parser.pointee
    let isReader = state.error == YAML_READER_ERROR
    return YAMLParserFailure(
      isReader: isReader,
      problem: state.problem.map { String(cString: $0) } ?? "out of memory",
      context: state.context.map { String(cString: $0) },
      offset: isReader ? Int(state.problem_offset) : offsets.byte(state.problem_mark.index),
      contextOffset: state.context == nil ? nil : offsets.byte(state.context_mark.index),
      line: Int(state.problem_mark.line))
  }
}
