import Diagnostics

/// The build images that AWS provides or provided.
///
/// Source: CodeBuild user guide, images for EC2 and for Lambda compute, and the README of
/// aws/aws-codebuild-docker-images at 1590e48, 9 April 2026.
package enum ImageTable {
  package static let prefix = "aws/codebuild/"

  package static let images =
    [
      CuratedImage(prefix + "standard:8.0", .linuxX86, "Ubuntu 24.04", .maintained),
      CuratedImage(prefix + "standard:7.0", .linuxX86, "Ubuntu 22.04", .maintained),
      CuratedImage(prefix + "standard:6.0", .linuxX86, "Ubuntu 22.04", .unmaintained),
      CuratedImage(prefix + "standard:5.0", .linuxX86, "Ubuntu 20.04", .unmaintained),
      CuratedImage(prefix + "standard:4.0", .linuxX86, "Ubuntu 20.04", .retired),
      CuratedImage(prefix + "standard:3.0", .linuxX86, "Ubuntu 18.04", .retired),
      CuratedImage(prefix + "standard:2.0", .linuxX86, "Ubuntu 18.04", .retired),
      CuratedImage(prefix + "standard:1.0", .linuxX86, "Ubuntu 18.04", .retired),
      CuratedImage(amazonX86 + "6.0", .linuxX86, "Amazon Linux 2023", .maintained),
      CuratedImage(amazonX86 + "5.0", .linuxX86, "Amazon Linux 2023", .maintained),
      CuratedImage(amazonX86 + "4.0", .linuxX86, "Amazon Linux 2", .listed),
      CuratedImage(amazonX86 + "corretto8", .linuxX86, "Amazon Linux 2", .listed),
      CuratedImage(amazonX86 + "corretto11", .linuxX86, "Amazon Linux 2", .listed),
      CuratedImage(amazonX86 + "3.0", .linuxX86, "Amazon Linux 2", .retired),
      CuratedImage(amazonX86 + "2.0", .linuxX86, "Amazon Linux 2", .retired),
      CuratedImage(amazonX86 + "1.0", .linuxX86, "Amazon Linux 2", .retired),
      CuratedImage(amazonARM + "4.0", .linuxARM, "Amazon Linux 2023", .maintained),
      CuratedImage(amazonARM + "3.0", .linuxARM, "Amazon Linux 2023", .maintained),
      CuratedImage(amazonARM + "2.0", .linuxARM, "Amazon Linux 2", .listed),
      CuratedImage(amazonARM + "1.0", .linuxARM, "Amazon Linux 2", .retired),
      CuratedImage(prefix + "windows-base:2022-1.0", .windows, "Server Core 2022", .listed),
      CuratedImage(prefix + "windows-base:2019-3.0", .windows, "Server Core 2019", .listed),
      CuratedImage(prefix + "windows-base:2019-2.0", .windows, "Server Core 2019", .listed),
      CuratedImage(prefix + "windows-base:2019-1.0", .windows, "Server Core 2019", .listed),
      CuratedImage(prefix + "windows-base:2.0", .windows, "Server Core 2016", .retired),
      CuratedImage(prefix + "windows-base:1.0", .windows, "Server Core 2016", .retired),
      CuratedImage(prefix + "macos-arm-base:14", .macARM, "macOS 14", .listed),
    ] + lambda("x86_64", .linuxX86) + lambda("aarch64", .linuxARM)

  /// The image of this name. The older spelling `amazonlinux2-…` of a name stays valid.
  package static func image(_ name: String) -> CuratedImage? {
    guard name.hasPrefix(prefix) else { return nil }
    let old = prefix + "amazonlinux2-"
    let current =
      name.hasPrefix(old) ? prefix + "amazonlinux-" + String(name.dropFirst(old.count)) : name
    return images.first { $0.name == current }
  }

  /// Why a text names no image; `nil` for images that AWS provides, and for those of others.
  package static func fault(in name: String) -> String? {
    if name.isEmpty || name.contains(where: \.isWhitespace) { return "this is no name of an image" }
    if image(name) != nil { return nil }
    let isBare = image(prefix + name) != nil
    guard isBare || name.hasPrefix(prefix) else { return nil }
    let meant = isBare ? prefix + name : Suggestion.nearest(to: name, in: images.map(\.name))
    return "AWS has no image of this name"
      + (meant.map { ": did you mean `\($0)`?" } ?? ", as far as this version knows")
  }

  /// What to use instead of an image of this platform.
  package static func maintained(_ platform: CuratedImage.Platform) -> [String] {
    images.filter { $0.platform == platform && $0.state == .maintained && !$0.isLambda }
      .map(\.name)
  }

  private static let amazonX86 = prefix + "amazonlinux-x86_64-standard:"
  private static let amazonARM = prefix + "amazonlinux-aarch64-standard:"

  private static func lambda(
    _ architecture: String, _ platform: CuratedImage.Platform
  ) -> [CuratedImage] {
    [
      "corretto11", "corretto17", "corretto21", "dotnet6", "dotnet8", "go1.21", "go1.24",
      "nodejs18", "nodejs20", "nodejs22", "python3.11", "python3.12", "python3.13", "ruby3.2",
      "ruby3.4",
    ].map {
      CuratedImage(
        prefix + "amazonlinux-\(architecture)-lambda-standard:\($0)", platform,
        "Amazon Linux 2023", .listed, isLambda: true)
    }
  }
}
