import TestSupport
import YAMLSyntax

/// One kind of mistake that people make, and how to make it in any file.
struct Mutation: Sendable {
  let name: String
  /// Codes of the rules that may name the cause, usually one.
  let codes: Set<String>
  /// The file with the mistake; `nil` where it cannot be made.
  let sow: @Sendable (MutationGround, inout SeededRandom) -> Mutant?

  init(
    _ name: String, _ codes: Set<String>,
    sow: @escaping @Sendable (MutationGround, inout SeededRandom) -> Mutant?
  ) {
    self.name = name
    self.codes = codes
    self.sow = sow
  }

  /// Every kind, sorted by name.
  static let all = (syntax + structure + values + commands + environment + outputs + batch)
    .sorted { $0.name < $1.name }
}

/// Kinds that add a few lines, one of several variants. `«…»` marks where the mistake stands.
extension Mutation {
  /// Lines of a new section at the top level.
  static func section(_ name: String, _ codes: Set<String>, _ variants: String...) -> Mutation {
    Mutation(name, codes) { ground, random in ground.section(random.pick(variants)) }
  }

  /// An item of a list of commands, without its dash.
  static func command(_ name: String, _ codes: Set<String>, _ variants: String...) -> Mutation {
    Mutation(name, codes) { ground, random in
      ground.isPosix ? ground.command(random.pick(variants), &random) : nil
    }
  }

  /// As `command`, where the shell is sh.
  static func shCommand(_ name: String, _ codes: Set<String>, _ variants: String...) -> Mutation {
    Mutation(name, codes) { ground, random in
      ground.isSh ? ground.command(random.pick(variants), &random) : nil
    }
  }

  /// A phase that the file does not have.
  static func phase(_ name: String, _ codes: Set<String>, _ variants: String...) -> Mutation {
    Mutation(name, codes) { ground, random in
      ground.child(of: ground.root["phases"], random.pick(variants))
    }
  }

  /// A key of a phase that has commands.
  static func phaseKey(_ name: String, _ codes: Set<String>, _ variants: String...) -> Mutation {
    Mutation(name, codes) { ground, random in
      ground.child(of: ground.phase(&random), random.pick(variants))
    }
  }

  /// A key of `env`.
  static func environment(_ name: String, _ codes: Set<String>, _ variants: String...) -> Mutation {
    Mutation(name, codes) { ground, random in ground.environment(random.pick(variants)) }
  }

  /// An entry of `env.variables`.
  static func variable(_ name: String, _ codes: Set<String>, _ variants: String...) -> Mutation {
    Mutation(name, codes) { ground, random in ground.variable(random.pick(variants)) }
  }

  /// An entry of `runtime-versions`.
  static func runtime(_ name: String, _ codes: Set<String>, _ variants: String...) -> Mutation {
    Mutation(name, codes) { ground, random in ground.runtime(random.pick(variants)) }
  }
}
