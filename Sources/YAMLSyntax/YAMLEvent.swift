import Diagnostics

/// One event of libyaml, with its place in bytes.
struct YAMLEvent {
  enum Kind {
    case streamStart, streamEnd, documentStart, documentEnd
    case sequenceStart(anchor: String?, tag: String?)
    case mappingStart(anchor: String?, tag: String?)
    case sequenceEnd, mappingEnd
    case alias(String)
    case scalar(YAMLScalar, anchor: String?, tag: String?)
  }

  var kind: Kind
  var range: SourceRange
}
