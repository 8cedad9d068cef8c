import CYaml
import Diagnostics

/// libyaml's event parser. The one file here that holds unsafe pointers to C.
struct YAMLEventParser: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  /// The event that was read last.
  private let event: UnsafeMutablePointer<yaml_event_t>
  private let offsets: CodePointOffsets

  /// The bytes must outlive the parser, which reads them in place.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    guard yaml_parser_initialize(parser) == 1 else {
      parser.deallocate()
      return nil
    }
    self.parser = parser
    self.event = .allocate(capacity: 1)
    self.event.initialize(to: yaml_event_t())
    self.offsets = CodePointOffsets(bytes)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_event_delete(event)
    event.deallocate()
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// The next event, or what libyaml has against the text.
  func next() throws(YAMLParserFailure) -> YAMLEvent {
    yaml_event_delete(event)
    guard yaml_parser_parse(parser, event) == 1 else { throw failure() }
    let range = SourceRange(
      start: offsets.byte(event.pointee.start_mark.index),
      end: offsets.byte(event.pointee.end_mark.index))
    return YAMLEvent(kind: Self.kind(event.pointee.type), range: range)
  }

  private static func kind(_ type: yaml_event_type_t) -> YAMLEvent.Kind {
    switch type {
    case YAML_STREAM_START_EVENT: .streamStart
    case YAML_DOCUMENT_START_EVENT: .documentStart
    case YAML_DOCUMENT_END_EVENT: .documentEnd
    case YAML_ALIAS_EVENT: .alias
    case YAML_SEQUENCE_START_EVENT: .sequenceStart
    case YAML_SEQUENCE_END_EVENT: .sequenceEnd
    case YAML_MAPPING_START_EVENT: .mappingStart
    case YAML_MAPPING_END_EVENT: .mappingEnd
    case YAML_SCALAR_EVENT: .scalar
    default: .streamEnd
    }
  }

  // MARK: The last event

  /// Text and style of a scalar; the empty text for anything else.
  var scalar: YAMLScalar {
    guard event.pointee.type == YAML_SCALAR_EVENT else {
      return YAMLScalar(text: "", style: .plain)
    }
    let data = event.pointee.data.scalar
    let text = String(
      decoding: UnsafeBufferPointer(start: data.value, count: data.length), as: UTF8.self)
    return YAMLScalar(text: text, style: Self.style(data.style))
  }

  /// Name of the node that an alias stands for.
  var alias: String { Self.string(event.pointee.data.alias.anchor) ?? "" }

  /// Anchor of a scalar or of the start of a collection.
  var anchor: String? {
    switch event.pointee.type {
    case YAML_SCALAR_EVENT: Self.string(event.pointee.data.scalar.anchor)
    case YAML_SEQUENCE_START_EVENT: Self.string(event.pointee.data.sequence_start.anchor)
    case YAML_MAPPING_START_EVENT: Self.string(event.pointee.data.mapping_start.anchor)
    default: nil
    }
  }

  /// Tag of a scalar or of the start of a collection.
  var tag: String? {
    switch event.pointee.type {
    case YAML_SCALAR_EVENT: Self.string(event.pointee.data.scalar.tag)
    case YAML_SEQUENCE_START_EVENT: Self.string(event.pointee.data.sequence_start.tag)
    case YAML_MAPPING_START_EVENT: Self.string(event.pointee.data.mapping_start.tag)
    default: nil
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
