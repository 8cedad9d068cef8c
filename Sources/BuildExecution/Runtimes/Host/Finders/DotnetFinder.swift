import SystemPackage

/// .NET: the SDKs beside `dotnet`, which chooses among them by itself.
struct DotnetFinder: RuntimeFinder {
  let runtime = "dotnet"
  let programs = [(name: "dotnet", arguments: ["--version"])]

  func installed(on machine: RuntimeMachine) -> [InstalledRuntime] {
    let found = machine.find("dotnet").flatMap { try? machine.host.files.resolve($0) }
    let places = [
      machine.root(of: "DOTNET_ROOT", ""), found?.removingLastComponent(), machine.home(".dotnet"),
      machine.system("usr/share/dotnet"), machine.system("usr/lib/dotnet"),
    ]
    return places.compactMap { $0 }.flatMap { folder in
      let program = folder.appending("dotnet")
      guard machine.isProgram(program) else { return [InstalledRuntime]() }
      return machine.names(in: folder.appending("sdk")).compactMap { name in
        guard let version = VersionText.first(in: name) else { return nil }
        return InstalledRuntime(
          version: version, program: program, folder: folder,
          variables: ["DOTNET_ROOT": folder.string])
      }
    }
  }
}
