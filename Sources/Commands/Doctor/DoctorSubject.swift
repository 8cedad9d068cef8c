import BuildExecution
import BuildspecModel
import Diagnostics
import Reporting
import SystemPackage

/// The folder that is looked after, and what its buildspec needs.
struct DoctorSubject: Sendable {
  let host: Host
  /// Absolute.
  let folder: FilePath
  /// The buildspec as the user would name it.
  let name: String
  /// `nil` when there is none, or it cannot be read.
  let source: SourceText?
  let needs: DoctorNeeds

  init(file: String?, directory: String?, host: Host) throws(ToolError) {
    let start = directory ?? "."
    guard let folder = (try? host.files.resolve(FilePath(start))) ?? nil,
      (try? host.files.status(folder))??.kind == .folder
    else { throw .usage("\(start): no such folder") }
    self.host = host
    self.folder = folder
    name = file ?? "buildspec.yml"
    let path = folder.pushing(FilePath(name)).string
    if file != nil, !SourceReader.exists(path) { throw .usage("\(name): no such file") }
    source = SourceReader.exists(path) ? try? SourceReader.read(path) : nil
    needs = source.map { DoctorNeeds(BuildspecFile(source: $0).buildspec) } ?? DoctorNeeds()
  }

  /// Where a program is; relative parts of `PATH` do not count.
  func find(_ program: String) -> FilePath? {
    ProgramSearch(host: host).find(program).flatMap { $0.isAbsolute ? $0 : nil }
  }

  func variable(_ name: String) -> String? {
    host.environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// A file below the home of the user; `nil` without a home.
  func homeFile(_ path: FilePath) -> FilePath? {
    variable("HOME").map { FilePath($0).pushing(path) }
  }

  func isThere(_ path: FilePath?) -> Bool {
    guard let path else { return false }
    return ((try? host.files.statusFollowingLinks(path)) ?? nil) != nil
  }

  /// What is missing is an error where it is needed, else a hint.
  func missing(
    _ check: String, isNeeded: Bool, _ message: String, fix: String
  ) -> DoctorFinding {
    let need = isNeeded ? ", and the buildspec needs it" : ""
    return DoctorFinding(check, isNeeded ? .error : .hint, message + need, fix: fix)
  }
}
