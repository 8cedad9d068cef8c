import BuildspecModel
import Diagnostics

/// Another buildspec of the source that builds of a batch name.
struct BatchChild {
  /// The path as the batch gives it, where that stands first.
  let path: Located<String>
  /// Where other builds name it.
  var again: [SourceRange] = []
  let file: BuildspecFile

  /// Those of a batch that can be read, each once; none where there is no source.
  static func all(of file: BuildspecFile, _ context: LintContext) -> [BatchChild] {
    guard file.isReadable, let batch = file.buildspec.batch, let read = context.buildspec else {
      return []
    }
    var children: [BatchChild] = []
    // `nil` for what cannot be read.
    var known: [String: Int?] = [:]
    var size = 0
    for path in batch.buildspecPaths {
      if let index = known[path.value] {
        if let index { children[index].again.append(path.range) }
        continue
      }
      guard known.count < countLimit, size < sizeLimit else { break }
      let child = read(path.value)
      known[path.value] = .some(child.map { _ in children.count })
      size += child?.source.bytes.count ?? 0
      if let child { children.append(BatchChild(path: path, file: child)) }
    }
    return children
  }

  /// The largest public batch names 73; a hostile one could name all files of a source.
  private static let countLimit = 250
  /// In bytes, of all together. The largest of 1,489 public buildspecs has 88 KB.
  private static let sizeLimit = 4 << 20

  /// The further places, for a finding at the first.
  var related: [RelatedLocation] {
    again.prefix(2).map { RelatedLocation(range: $0, message: "named here too") }
  }

  /// A place in the other file, as reports write places.
  func place(of range: SourceRange) -> String {
    let position = file.source.position(at: range.start)
    return "\(path.value.shown):\(position.line):\(position.column)"
  }
}

extension Batch {
  /// What builds name as their buildspecs, where that is a path of the source that stands still: no
  /// variable, URL, ARN or text of a buildspec.
  var buildspecPaths: [Located<String>] {
    let named = builds.compactMap(\.buildspec) + (matrix?.buildspecs ?? [])
    return named.filter { isInSource($0.value) }
  }

  private func isInSource(_ path: String) -> Bool {
    guard let first = path.utf8.first, first != UInt8(ascii: "/") else { return false }
    return path.utf8.allSatisfy {
      $0 != UInt8(ascii: "$") && $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "\n")
    }
  }
}
