import SystemPackage

/// Go: goenv, asdf, the folders of `go install golang.org/dl/…`, of Debian and of the usual
/// installation.
struct GoFinder: RuntimeFinder {
  let runtime = "golang"
  let programs = [(name: "go", arguments: ["version"])]

  func installed(on machine: RuntimeMachine) -> [InstalledRuntime] {
    let places = [
      machine.home(".goenv/versions"), machine.root(of: "GOENV_ROOT", "versions"),
    ]
    return places.flatMap { machine.versions(in: $0, program: "go") }
      + machine.versions(in: machine.home("sdk"), prefix: "go", program: "go")
      + machine.versions(in: machine.home(".asdf/installs/golang"), bin: "go/bin", program: "go")
      + machine.versions(in: machine.system("usr/lib"), prefix: "go-", program: "go")
      + usual(machine)
  }

  private func usual(_ machine: RuntimeMachine) -> [InstalledRuntime] {
    let folder = machine.system("usr/local/go")
    let program = folder.appending("bin").appending("go")
    guard machine.isProgram(program), let text = machine.text(of: folder.appending("VERSION")),
      let version = VersionText.first(in: text)
    else { return [] }
    return [
      InstalledRuntime(version: version, program: program, folder: folder.appending("bin"))
    ]
  }
}
