import Reporting

/// Looks after one thing. It waits for nothing without a limit.
protocol DoctorCheck: Sendable {
  func findings(about subject: DoctorSubject) async -> [DoctorFinding]
}
