/// Docker, which some images count among the runtimes: the one on `PATH`.
struct DockerFinder: RuntimeFinder {
  let runtime = "docker"
  let programs = [(name: "docker", arguments: ["--version"])]

  func installed(on machine: RuntimeMachine) -> [InstalledRuntime] { [] }
}
