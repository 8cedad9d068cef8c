import SystemPackage

/// PHP: phpenv, asdf, and `php8.2` and the like on `PATH`.
struct PHPFinder: RuntimeFinder {
  let runtime = "php"
  let programs = [(name: "php", arguments: ["--version"])]

  func installed(on machine: RuntimeMachine) -> [InstalledRuntime] {
    let places = [
      machine.home(".phpenv/versions"), machine.root(of: "PHPENV_ROOT", "versions"),
      machine.home(".asdf/installs/php"),
    ]
    return places.flatMap { machine.versions(in: $0, program: "php") }
      + machine.programs(named: "php").compactMap { rest, path in
        guard VersionText.first(in: rest) == rest else { return nil }
        return InstalledRuntime(version: rest, program: path, aliases: ["php": path])
      }
  }
}
