import SystemPackage

/// Ruby: rbenv, RVM, chruby and asdf.
struct RubyFinder: RuntimeFinder {
  let runtime = "ruby"
  let programs = [(name: "ruby", arguments: ["--version"])]

  func installed(on machine: RuntimeMachine) -> [InstalledRuntime] {
    let places = [
      machine.home(".rbenv/versions"), machine.root(of: "RBENV_ROOT", "versions"),
      machine.home(".rvm/rubies"), machine.home(".rubies"), machine.system("opt/rubies"),
      machine.home(".asdf/installs/ruby"),
    ]
    return places.flatMap { machine.versions(in: $0, program: "ruby") }
  }
}
