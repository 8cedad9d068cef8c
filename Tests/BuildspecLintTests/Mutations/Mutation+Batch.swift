import TestSupport

/// Batch builds.
extension Mutation {
  static let batch = [
    section(
      "build that depends on itself", ["BS706"],
      "batch:\n  build-graph:\n    - identifier: a\n      «depend-on: [a]»"),
    section(
      "build with compute-type and fleet", ["BS710"],
      """
      batch:
        build-list:
          - identifier: a
            env:
              «compute-type: BUILD_GENERAL1_SMALL
              fleet: f»
      """),
    section(
      "build without an identifier", ["BS702"],
      "batch:\n  build-graph:\n    «- buildspec: a.yml»"),
    section(
      "builds that wait for each other", ["BS707"],
      """
      batch:
        build-graph:
          «- identifier: a
            depend-on: [b]
          - identifier: b
            depend-on: [a]»
      """),
    section(
      "dependencies in a list", ["BS708"],
      "batch:\n  build-list:\n    - identifier: a\n    - identifier: b\n      «depend-on: [a]»"),
    section(
      "dependency that does not exist", ["BS705"],
      "batch:\n  build-graph:\n    - identifier: a\n      «depend-on: [b]»"),
    section(
      "hyphen in an identifier", ["BS703"],
      "batch:\n  build-list:\n    «- identifier: a-b»"),
    section(
      "identifier twice", ["BS704"],
      "batch:\n  build-list:\n    - identifier: a\n    «- identifier: a»"),
    section(
      "text where the matrix needs lists", ["BS716"],
      "batch:\n  build-matrix:\n    dynamic:\n      env:\n        variables:\n          «A: b»"),
    section(
      "two kinds of batches", ["BS701"],
      """
      batch:
        «build-list:
          - identifier: a
        build-graph:»
          - identifier: b
      """),
    section(
      "unknown size of a build", ["BS711"],
      "batch:\n  build-list:\n    - identifier: a\n      env:\n        «compute-type: LARGE»"),
    section(
      "unknown type of environment", ["BS712"],
      "batch:\n  build-list:\n    - identifier: a\n      env:\n        «type: LINUX»"),
  ]
}
