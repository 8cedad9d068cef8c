/// The table of the conformance suite.
enum ConformanceCases {
  static let all =
    shell + state + failures + processes + streams + phases + artifacts + cache + differences
}
