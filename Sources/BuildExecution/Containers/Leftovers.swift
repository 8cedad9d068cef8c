/// Containers of builds whose tool was killed: nobody will end them, so the next build does.
struct Leftovers {
  let tool: ContainerTool
  /// Name of the container of this build. The engine tells nothing of it while it starts.
  var own: String?
  /// Each question may take this long.
  var seconds = 20

  /// Removes them. What fails here is tried again by the next build.
  func remove() async {
    let gone = await find()
    guard !gone.isEmpty else { return }
    _ = try? await tool.run(["rm", "--force", "--volumes"] + gone, seconds: 60)
  }

  /// Those that a process of this machine made which is gone.
  func find() async -> [String] {
    let machine = tool.host.processes.own().machine
    let list = [
      "ps", "--all", "--format", "{{.ID}} {{.Names}}", "--no-trunc", "--filter",
      "label=\(ContainerLabel.run)", "--filter", "label=\(ContainerLabel.machine)=\(machine)",
    ]
    let all = await lines(list)?.compactMap(identifier) ?? []
    guard !all.isEmpty else { return [] }
    let labels =
      "{{.Id}}\t{{index .Config.Labels \"\(ContainerLabel.owner)\"}}\t"
      + "{{index .Config.Labels \"\(ContainerLabel.kept)\"}}"
    let inspect = ["inspect", "--format", labels] + all
    guard let inspected = try? await tool.run(inspect, seconds: seconds) else { return [] }
    return inspected.output.split(separator: "\n").compactMap { orphan($0, machine: machine) }
  }

  /// From a line with identifier and name; `nil` for the own container.
  private func identifier(_ line: String) -> String? {
    let fields = line.split(separator: " ")
    return fields.dropFirst().contains { $0 == own ?? "" } ? nil : fields.first.map(String.init)
  }

  /// What the tool prints. An engine may refuse to list while some container goes away.
  private func lines(_ arguments: [String]) async -> [String]? {
    for _ in 0..<3 {
      if let answer = try? await tool.run(arguments, seconds: seconds), answer.isSuccess {
        return answer.output.split(separator: "\n").map(String.init)
      }
    }
    return nil
  }

  /// The container of a line, when its owner is gone.
  private func orphan(_ line: Substring, machine: String) -> String? {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard fields.count == 3, fields[2] != "true" else { return nil }
    let parts = fields[1].split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let process = Int32(parts[0]) else { return nil }
    let owner = ProcessOwner(machine: machine, process: process, start: String(parts[1]))
    return tool.host.processes.isGone(owner) ? String(fields[0]) : nil
  }
}
