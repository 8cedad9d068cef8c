import SystemPackage

/// Node.js: nvm, nodenv, n, fnm, Volta and asdf.
struct NodeFinder: RuntimeFinder {
  let runtime = "nodejs"
  let programs = [(name: "node", arguments: ["--version"])]

  func installed(on machine: RuntimeMachine) -> [InstalledRuntime] {
    let fnm = machine.root(of: "FNM_DIR", "node-versions")
    let places = [
      machine.home(".nvm/versions/node"), machine.root(of: "NVM_DIR", "versions/node"),
      machine.home(".nodenv/versions"), machine.root(of: "NODENV_ROOT", "versions"),
      machine.system("usr/local/n/versions/node"), machine.root(of: "N_PREFIX", "n/versions/node"),
      machine.home(".volta/tools/image/node"), machine.home(".asdf/installs/nodejs"),
    ]
    return places.flatMap { machine.versions(in: $0, program: "node") }
      + [fnm, machine.home(".local/share/fnm/node-versions")].flatMap {
        machine.versions(in: $0, bin: "installation/bin", program: "node")
      }
  }
}
