import Diagnostics
import TestSupport
import YAMLSyntax

/// Values that a key does not take.
extension Mutation {
  static let values = [
    Mutation("bad version", ["BS102"]) { ground, random in
      ground.root["version"].map {
        ground.replacing($0.range, with: random.pick(["0.3", "2", "1.0", "latest"]))
      }
    },
    command("command that is no text", ["BS205"], "true", "false", "yes"),
    runtime("docker as a runtime", ["BS218"], "«docker: 18»", "«docker: 20»"),
    command("empty command", ["BS204"], "", "~"),
    runtime("java by its old name", ["BS217"], "«java: openjdk8»", "«java: openjdk11»"),
    environment("list of variables", ["BS201"], "variables:\n  «- A: b»", "variables:\n  «- A=b»"),
    Mutation("no runtime", ["BS303"]) { ground, _ in
      ground.child(of: ground.root["phases"]?["install"], "«runtime-versions:»")
    },
    phaseKey(
      "on-failure with another word", ["BS209"], "«on-failure: STOP»", "«on-failure: RETRY-9999»",
      "«on-failure: FAIL»"),
    section(
      "report in an unknown format", ["BS220"],
      "reports:\n  unit:\n    files: [a.xml]\n    «file-format: JUNIT»",
      "reports:\n  unit:\n    files: [a.xml]\n    «file-format: XML»"),
    environment("shell that does not exist", ["BS211"], "«shell: zsh»", "«shell: python»"),
    section(
      "switch that is neither yes nor no", ["BS207"],
      "artifacts:\n  files: a.zip\n  «discard-paths: maybe»",
      "artifacts:\n  files: a.zip\n  «enable-symlinks: always»"),
    section(
      "text for a section", ["BS201"], "«artifacts: a.zip»", "«cache: local»",
      "«reports: unit»"),
    runtime("unknown runtime", ["BS212"], "«node: 22»", "«nodejs22: 22»", "«go: 1.22»"),
    runtime("version as a number", ["BS214"], "«python: 3.10»"),
    runtime("version that is gone", ["BS213"], "«nodejs: 8»", "«python: 2.7»", "«nodejs: 10»"),
    Mutation("version in quotes with a batch", ["BS102"]) { ground, _ in
      guard let version = ground.root["version"], version.scalar?.style == .plain,
        ground.root["batch"]?.mapping != nil
      else { return nil }
      return ground.replacing(version.range, with: "\"0.2\"")
    },
  ]
}
