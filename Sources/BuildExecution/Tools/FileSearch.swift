package import SystemPackage

/// Finds files by the patterns of the service's own programs.
package struct FileSearch {
  private let files: any Files
  /// Absolute, without links.
  private let folder: FilePath

  package init(files: any Files, folder: FilePath) {
    self.files = files
    self.folder = folder
  }

  /// A pattern that leads out of the folder.
  package struct Outside: Error {
    package var pattern: String
  }

  /// Paths of files relative to the folder, each once, sorted; links to files inside count as files.
  package func find(_ patterns: [String]) throws -> [FilePath] {
    var found: Set<FilePath> = []
    for pattern in patterns {
      let path = folder.pushing(FilePath(pattern)).lexicallyNormalized()
      guard path.starts(with: folder) else { throw Outside(pattern: pattern) }
      let relative = FilePath(root: nil, path.components.dropFirst(folder.components.count))
      for text in DoubleStars.spread(relative.string) {
        try FolderWalker(files: files, root: folder).walk(Glob(text)) { path, kind in
          if try isFile(path, kind) { found.insert(path) }
        }
      }
    }
    return found.sorted { $0.string < $1.string }
  }

  /// SHA-256 over the digests of the files' contents, in hexadecimal.
  package func digest(of paths: [FilePath]) throws -> String {
    var whole = SHA256()
    for path in paths {
      var hash = SHA256()
      let place = try files.resolve(folder.pushing(path)) ?? folder.pushing(path)
      try files.read(place) { hash.add($0) }
      whole.add(hash.finish()[...])
    }
    return whole.finish().hexadecimal
  }

  private func isFile(_ path: FilePath, _ kind: FileStatus.Kind) throws -> Bool {
    guard kind == .link else { return kind == .file }
    guard let real = try files.resolve(folder.pushing(path)), real.starts(with: folder) else {
      return false
    }
    return try files.status(real)?.kind == .file
  }
}
