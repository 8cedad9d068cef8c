import BuildExecution
import Reporting
import SystemPackage

/// The folder in which builds keep their cache and their records.
struct StateCheck: DoctorCheck {
  private let name = ".buildspec"
  /// Bytes from which on somebody may want to clear it.
  private static let large = 10_000_000_000

  func findings(about subject: DoctorSubject) async -> [DoctorFinding] {
    let folder = subject.folder.appending(name)
    let place = subject.isThere(folder) ? folder : subject.folder
    guard LiveDisk.isWritable(place.string) else {
      return [
        DoctorFinding(
          name, subject.needs.cache ? .error : .hint, "\(place) cannot be written to",
          fix: "make it yours, or keep the cache elsewhere with --cache")
      ]
    }
    guard place == folder else { return [] }
    let bytes = size(of: folder, subject.host.files)
    if bytes < Self.large { return [DoctorFinding(name, .ok, ByteSize.text(bytes))] }
    return [
      DoctorFinding(
        name, .hint, "it takes \(ByteSize.text(bytes))",
        fix: "make room with: buildspec cache prune --older-than 30d")
    ]
  }

  private func size(of folder: FilePath, _ files: any Files) -> Int {
    let entries = (try? files.list(folder)) ?? []
    return entries.reduce(0) { sum, entry in
      let path = folder.appending(entry.name)
      if entry.kind == .folder { return sum + size(of: path, files) }
      return sum + (((try? files.status(path)) ?? nil)?.size ?? 0)
    }
  }
}
