import Diagnostics
import YAMLSyntax

/// Files of Terraform: `buildspec` in the `source` of each `aws_codebuild_project`, as a string or a
/// heredoc. Calls such as `file` and `yamlencode` are left alone.
enum TerraformFile {
  static let ending = ".tf"

  /// `nil` when the file has another name.
  static func read(_ source: SourceText) -> Template? {
    guard source.path.hasSuffix(ending) else { return nil }
    guard ByteSearch.contains("aws_codebuild_project", in: source.bytes) else {
      return Template(buildspecs: [], isReadable: true)
    }
    var scanner = TerraformScanner(source.bytes)
    var walk = Walk()
    while let token = scanner.next() { walk.take(token) }
    return Template(
      buildspecs: walk.values.compactMap { buildspec($0, source) }, isReadable: true)
  }

  /// Follows the blocks, and keeps the values that are wanted.
  private struct Walk {
    private(set) var values: [TerraformToken] = []
    private var blocks: [[String]] = []
    /// Words of the line so far.
    private var header: [String] = []
    private var value: TerraformToken?

    mutating func take(_ token: TerraformToken) {
      // A value ends its line; else it is a part of an expression.
      if let value, token.kind == .lineEnd || token.kind == .sign(UInt8(ascii: "}")) {
        values.append(value)
      }
      value = nil
      switch token.kind {
      case .word(let word): header.append(word)
      case .string(let text):
        if isWanted { value = token }
        header.append(text)
      case .heredoc: if isWanted { value = token }
      case .lineEnd: header = []
      case .sign(let sign): take(sign)
      }
    }

    private mutating func take(_ sign: UInt8) {
      switch sign {
      case UInt8(ascii: "{"), UInt8(ascii: "("), UInt8(ascii: "["):
        blocks.append(header)
        header = []
      case UInt8(ascii: "}"), UInt8(ascii: ")"), UInt8(ascii: "]"):
        _ = blocks.popLast()
        header = []
      default: header.append(String(Unicode.Scalar(sign)))
      }
    }

    private var isWanted: Bool {
      header == ["buildspec", "="] && blocks.count == 2 && blocks[1] == ["source"]
        && blocks[0].prefix(2) == ["resource", "aws_codebuild_project"]
    }
  }

  private static func buildspec(
    _ token: TerraformToken, _ source: SourceText
  ) -> EmbeddedBuildspec? {
    let text: DecodedText?
    let notation: Notation
    switch token.kind {
    case .heredoc(let heredoc):
      let base = heredoc.text(in: source.bytes)
      let map = ScalarSourceMap(segments: base.segments, end: heredoc.content.end)
      text = TerraformText.decode(base.bytes, 0..<base.bytes.count, isQuoted: false)?
        .composed(with: map)
      notation = Notation(quoting: .block, escapes: Notation.terraform)
    case .string:
      let inner = (token.range.start + 1)..<(token.range.end - 1)
      text = TerraformText.decode(source.bytes, inner, isQuoted: true)
      notation = Notation(quoting: .doubleQuoted, escapes: Notation.terraform)
    default: return nil
    }
    guard let text, EmbeddedBuildspec.isBuildspec(text.bytes) else { return nil }
    return EmbeddedBuildspec(text, at: token.range, in: source, notation)
  }
}
