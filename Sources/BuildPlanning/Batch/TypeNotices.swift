/// Gathers the notices of builds that run otherwise than their type says: one for each type.
struct TypeNotices {
  private var builds: [(title: String, reason: String, first: PlannedBuild, count: Int)] = []
  private var indices: [String: Int] = [:]

  mutating func add(_ title: String, _ reason: String, _ build: PlannedBuild) {
    if let index = indices[title] {
      builds[index].count += 1
    } else {
      indices[title] = builds.count
      builds.append((title, reason, build, 1))
    }
  }

  var all: [PlanNotice] {
    builds.map { title, reason, first, count in
      PlanNotice(
        key: ParityTopic(.type).rawValue,
        message: "builds of \(title) \(reason)\(BatchNotices.tail(count))",
        place: first.places[.type] ?? first.places[.image] ?? first.place)
    }
  }
}
