import Diagnostics
import TestSupport
import YAMLSyntax

/// Keys that are misspelt, missing or in the wrong place.
extension Mutation {
  static let structure = [
    Mutation("artifacts below phases", ["BS107", "BS117"]) { ground, _ in
      ground.child(of: ground.root["phases"], "«artifacts:»\n  files: a.zip")
    },
    Mutation("batch below phases", ["BS107", "BS117"]) { ground, _ in
      ground.child(of: ground.root["phases"], "«batch:»\n  fast-fail: true")
    },
    phaseKey("files in a phase", ["BS109", "BS117"], "«files:»\n  - a.zip"),
    Mutation("hyphen in the name of a phase", ["BS107"]) { ground, random in
      let phases = ground.root["phases"]?.mapping ?? []
      return ground.renaming(
        phases.filter { $0.key.scalar?.text.contains("_") == true }.randomElement(using: &random),
        ["pre_build": ["pre-build", "prebuild"], "post_build": ["post-build", "postbuild"]], &random
      )
    },
    section(
      "misspelt key of artifacts", ["BS106", "BS111"],
      "artifacts:\n  files: a.zip\n  «base_directory: out»",
      "artifacts:\n  files: a.zip\n  «baseDirectory: out»",
      "artifacts:\n  files: a.zip\n  «type: zip»"),
    section(
      "misspelt key of a batch", ["BS115"],
      "batch:\n  build-list:\n    - identifier: a\n      «buildpsec: a.yml»",
      "batch:\n  build-graph:\n    - identifier: a\n    - identifier: b\n      «depends-on: [a]»",
      "batch:\n  «failfast: true»\n  build-list:\n    - identifier: a"),
    section(
      "misspelt key of a cache", ["BS112", "BS117"], "cache:\n  paths:\n    - a/*\n  «type: local»"),
    environment(
      "misspelt key of env", ["BS110"], "«variable:»\n  A: b", "«parameter_store:»\n  A: /b",
      "«secret-manager:»\n  A: b:c"),
    Mutation("misspelt key of a phase", ["BS109"]) { ground, random in
      let pairs = (ground.root["phases"]?.mapping ?? []).flatMap { $0.value.mapping ?? [] }
      return ground.renaming(
        pairs.randomElement(using: &random),
        [
          "commands": ["command", "Commands", "comands", "steps"], "finally": ["finaly"],
          "runtime-versions": ["runtime-verions", "runtime_versions", "runtimes"],
          "on-failure": ["on_failure", "onfailure"],
        ], &random)
    },
    section(
      "misspelt key of a report group", ["BS113"],
      "reports:\n  unit:\n    files: [a.xml]\n    «fileFormat: JUNITXML»",
      "reports:\n  unit:\n    files: [a.xml]\n    «format: JUNITXML»"),
    section("misspelt key of the proxy", ["BS114"], "proxy:\n  «upload_artifacts: no»"),
    Mutation("misspelt section", ["BS105"]) { ground, random in
      ground.renaming(
        ground.root.mapping?.filter { $0.key.scalar?.text != "version" }
          .randomElement(using: &random),
        [
          "artifacts": ["artifact", "Artifacts"], "env": ["environment", "envs"],
          "phases": ["phase", "stages"], "cache": ["caches"], "reports": ["report"],
        ], &random)
    },
    phase(
      "misspelt phase", ["BS107"], "«test:»\n  commands: [make]", "«deploy:»\n  commands: [make]",
      "«POST_BUILD:»\n  commands: [make]"),
    Mutation("no phases", ["BS104", "BS105"]) { ground, _ in
      guard let pair = ground.root.pair("phases"), ground.root["batch"] == nil else { return nil }
      let name = ground.replacing(pair.key.range, with: "x-phases")
      return Mutant(source: name.source, lines: 1...name.lines.upperBound)
    },
    Mutation("no version", ["BS101"]) { ground, _ in
      guard let pair = ground.root.pair("version"), ground.root.mapping?.count ?? 0 > 1,
        let next = ground.root.mapping?.first(where: { $0.key.scalar?.text != "version" })
      else { return nil }
      let line = ground.source.range(ofLine: ground.lineNumber(of: pair.key.range.start))
      let edited = ground.source.replacing([TextEdit(range: line, replacement: "")])
      let first = ground.lineNumber(of: next.key.range.start)
      return Mutant(source: edited, lines: first...first)
    },
    Mutation("phase at the top level", ["BS108"]) { ground, random in
      ground.section(
        random.pick(["«post_build:»\n  commands: [make]", "«build:»\n  commands: [make]"]))
    },
    phase(
      "phase without commands", ["BS301"], "«pre_build:»\n  on-failure: ABORT",
      "«post_build:»\n  finally: [make]"),
    Mutation("runtimes beside the phases", ["BS107", "BS117"]) { ground, _ in
      ground.child(of: ground.root["phases"], "«runtime-versions:»\n  nodejs: 22")
    },
    Mutation("runtimes in another phase", ["BS302"]) { ground, random in
      let phases = (ground.root["phases"]?.mapping ?? []).filter {
        $0.key.scalar?.text != "install"
      }
      return ground.child(
        of: phases.randomElement(using: &random)?.value, "«runtime-versions:»\n  nodejs: 22")
    },
    section(
      "section without a value", ["BS118", "BS601", "BS615"], "«artifacts:»", "«cache:»",
      "«reports:»"),
    section(
      "sections of version 0.1", ["BS106"],
      "«environment_variables:»\n  plaintext:\n    A: b"),
    section(
      "unknown section", ["BS105", "BS117"], "«deploy:»\n  a: b", "«stages:»\n  - a", "«image: a»"),
  ]
}
