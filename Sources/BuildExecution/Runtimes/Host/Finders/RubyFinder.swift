import SystemPackage

/// Ruby: rbenv, RVM, chruby and asdf.
struct RubyFinder: RuntimeFinder {
  let runtime = "ruby"
  let programs = [(name: "ruby", arguments: ["--version"])]

  func installed(on machine: RuntimeMachine) -> [InstalledRuntime] {
    let plain = [
      machine.home(".rbenv/versions"), machine.root(of: "RBENV_ROOT", "versions"),
      machine.home(".asdf/installs/ruby"),
    ]
    let named = [
      machine.home(".rvm/rubies"), machine.home(".rubies"), machine.system("opt/rubies"),
    ]
    return plain.flatMap { machine.versions(in: $0, program: "ruby") }
      + named.flatMap { machine.versions(in: $0, prefix: "ruby-", program: "ruby") }
  }
}
