import Reporting

/// What packs a cache.
struct CacheProgramsCheck: DoctorCheck {
  func findings(about subject: DoctorSubject) async -> [DoctorFinding] {
    ["tar", "zstd"].filter { subject.find($0) == nil }.map { name in
      subject.missing(
        name, isNeeded: subject.needs.cache, "there is no \(name) on PATH for caches",
        fix: "install it")
    }
  }
}
