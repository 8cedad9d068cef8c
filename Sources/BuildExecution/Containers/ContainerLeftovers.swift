package import BuildPlanning

/// What builds whose tool was killed have left in an engine.
package enum ContainerLeftovers {
  /// Number of containers that the next build will remove. Waits for a limited time.
  package static func count(_ program: ContainerProgram, host: Host) async -> Int {
    await Leftovers(tool: ContainerTool(program: program, host: host), seconds: 5).find().count
  }
}
