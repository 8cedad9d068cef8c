import SystemPackage

/// Rust: the toolchains of rustup.
struct RustFinder: RuntimeFinder {
  let runtime = "rust"
  let programs = [(name: "rustc", arguments: ["--version"])]

  func installed(on machine: RuntimeMachine) -> [InstalledRuntime] {
    // Others are named after a channel, such as `stable-x86_64-unknown-linux-gnu`.
    [machine.home(".rustup/toolchains"), machine.root(of: "RUSTUP_HOME", "toolchains")]
      .flatMap { machine.versions(in: $0, program: "rustc") }
      .filter { $0.version.contains(".") }
  }
}
