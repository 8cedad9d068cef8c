import Diagnostics
import JSONSyntax

/// Checks a value that names an image.
enum ImageURICheck {
  static func findings(_ value: JSONNode, of key: String) -> [Diagnostic] {
    guard let text = value.string else {
      return [
        ImageFileRule.notText.finding(
          "`\(key)` takes a string, but this is \(value.kind)", at: value.range)
      ]
    }
    do {
      return findings(try ImageReference(text), text, value.range)
    } catch {
      return [
        ImageFileRule.badImageURI.finding(
          text.isEmpty ? "this image is empty" : "`\(text.prefix(80))` \(error.words)",
          at: value.range, help: error.help)
      ]
    }
  }

  private static func findings(
    _ image: ImageReference, _ text: String, _ range: SourceRange
  ) -> [Diagnostic] {
    guard image.digest == nil else { return [] }
    switch image.tag {
    case nil:
      return [
        ImageFileRule.missingTag.finding(
          "`\(text)` has neither tag nor digest", at: range,
          help: "without a tag the image is `latest`, whatever that is when it is pulled")
      ]
    case "latest":
      return [
        ImageFileRule.latestTag.finding(
          "`\(text)` may be another image when it is pulled again", at: range,
          help: "a tag of its own for each build can be deployed and rolled back")
      ]
    default: return []
    }
  }
}
