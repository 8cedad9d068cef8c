import Diagnostics

/// A word, a value or a sign of a Terraform file.
struct TerraformToken {
  enum Kind: Equatable {
    case word(String)
    /// With its text as it is written.
    case string(String)
    case heredoc(TerraformHeredoc)
    case sign(UInt8)
    case lineEnd
  }

  var kind: Kind
  /// With quotes and markers.
  var range: SourceRange
}
