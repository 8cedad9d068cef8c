import SystemPackage

/// Python: pyenv, asdf, uv, and `python3.11` and the like on `PATH`.
struct PythonFinder: RuntimeFinder {
  let runtime = "python"
  let programs = ["python", "python3"].map { (name: $0, arguments: ["--version"]) }

  func installed(on machine: RuntimeMachine) -> [InstalledRuntime] {
    machine.versions(in: machine.home(".pyenv/versions"), program: "python")
      + machine.versions(in: machine.root(of: "PYENV_ROOT", "versions"), program: "python")
      + machine.versions(in: machine.home(".asdf/installs/python"), program: "python")
      + machine.versions(
        in: machine.home(".local/share/uv/python"), prefix: "cpython-", program: "python")
      + machine.programs(named: "python3.").compactMap { rest, path in
        guard Int(rest) != nil else { return nil }
        var python = InstalledRuntime(version: "3.\(rest)", program: path)
        python.aliases = ["python": path, "python3": path]
        if let pip = machine.find("pip3.\(rest)") {
          python.aliases["pip"] = pip
          python.aliases["pip3"] = pip
        }
        return python
      }
  }
}
