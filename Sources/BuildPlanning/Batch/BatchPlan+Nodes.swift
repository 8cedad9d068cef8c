extension BatchPlan {
  /// Splits a fan-out among another number of builds than its file says.
  package mutating func split(among count: Int) {
    guard kind == .fanout, let first = builds.first else { return }
    builds = (1...count).map { number in
      var build = first
      build.identifier = "build_\(number)"
      build.shard = Shard(number: number, count: count)
      return build
    }
  }
}
