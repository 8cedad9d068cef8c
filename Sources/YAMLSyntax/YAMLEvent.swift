import Diagnostics

/// One event of libyaml, with its place in bytes. What it holds besides is asked of the parser, which
/// keeps it until the next event.
struct YAMLEvent {
  enum Kind {
    case streamStart, streamEnd, documentStart, documentEnd
    case sequenceStart, sequenceEnd, mappingStart, mappingEnd
    case alias, scalar
  }

  var kind: Kind
  var range: SourceRange
}
