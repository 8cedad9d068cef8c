import SystemPackage

/// Java: `JAVA_HOME` and its like, the folders of packages, and those of SDKMAN, asdf and editors.
/// A JDK says in its file `release` what it is.
struct JavaFinder: RuntimeFinder {
  let runtime = "java"
  let programs = [(name: "java", arguments: ["-version"])]

  /// `corretto17` and `openjdk17` are the JDK 17.
  func number(_ version: String) -> String {
    for vendor in ["corretto", "openjdk"] where version.hasPrefix(vendor) {
      return String(version.dropFirst(vendor.count))
    }
    return version
  }

  func installed(on machine: RuntimeMachine) -> [InstalledRuntime] {
    let folders = [
      machine.system("usr/lib/jvm"), machine.system("opt/java"), machine.system("opt"),
      machine.home(".sdkman/candidates/java"), machine.home(".jdks"),
      machine.home(".asdf/installs/java"),
    ]
    let homes = folders.compactMap { $0 }.flatMap { folder in
      machine.names(in: folder).map { folder.appending($0) }
    }
    let bundles = machine.system("Library/Java/JavaVirtualMachines")
    let named = machine.environment.filter { $0.key.hasPrefix("JAVA_") && !$0.value.isEmpty }
      .sorted { $0.key < $1.key }.map { FilePath($0.value) }
    let bundled = machine.names(in: bundles).map {
      bundles.appending($0).appending("Contents").appending("Home")
    }
    return (named + homes + bundled).compactMap { jdk($0, machine) }
  }

  func current(on machine: RuntimeMachine) async throws -> [InstalledRuntime] {
    let named = machine.environment["JAVA_HOME"].map { FilePath($0) }
    let found = machine.find("java").flatMap { try? machine.host.files.resolve($0) }
    let homes = [named, found?.removingLastComponent().removingLastComponent()]
    guard let home = homes.lazy.compactMap({ $0 }).first(where: { jdk($0, machine) != nil }),
      var current = jdk(home, machine)
    else { return [] }
    current.isCurrent = true
    return [current]
  }

  /// A folder as a JDK; `nil` when it is none.
  private func jdk(_ home: FilePath, _ machine: RuntimeMachine) -> InstalledRuntime? {
    let folder = home.appending("bin")
    guard home.isAbsolute, machine.isProgram(folder.appending("javac")),
      let text = machine.text(of: home.appending("release"))
    else { return nil }
    let facts = Self.facts(text)
    guard var version = facts["JAVA_VERSION"] else { return nil }
    if version.hasPrefix("1.") { version.removeFirst(2) }
    let isCorretto = facts["IMPLEMENTOR"]?.hasPrefix("Amazon") ?? false
    var jdk = InstalledRuntime(
      version: version, program: folder.appending("java"), folder: folder)
    jdk.name = isCorretto ? "Corretto" : "JDK of \(facts["IMPLEMENTOR"] ?? "somebody else")"
    jdk.isSubstitute = !isCorretto
    for name in ["JAVA_HOME", "JDK_HOME", "JRE_HOME"] { jdk.variables[name] = home.string }
    return jdk
  }

  /// Lines of the form `NAME="value"`.
  private static func facts(_ text: String) -> [String: String] {
    var facts: [String: String] = [:]
    for line in text.split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else { continue }
      facts[String(parts[0])] = parts[1].filter { $0 != "\"" }
    }
    return facts
  }
}
