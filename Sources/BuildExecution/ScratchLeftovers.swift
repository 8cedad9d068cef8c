import SystemPackage

/// Folders of builds on this machine whose tool was killed: the next build ends the processes that are
/// left of them, and removes them.
struct ScratchLeftovers {
  let host: Host
  let stop: StopControl

  /// What fails here is tried again by the next build.
  func remove() async {
    let parent = Scratch.parent(host: host)
    for entry in (try? host.files.list(parent)) ?? [] {
      guard entry.kind == .folder, Scratch.isName(entry.name.string), stop.reason == nil else {
        continue
      }
      await removeIfLeft(Scratch(left: parent.appending(entry.name)))
    }
  }

  /// Folders of others are theirs, and one without a lock is just being made.
  private func removeIfLeft(_ scratch: Scratch) async {
    guard (try? host.files.status(scratch.root))??.isOwn == true,
      let lock = try? host.files.lock(scratch.root.appending(Scratch.lockName))
    else { return }
    await endProcesses(of: scratch)
    try? removeContent(of: scratch)
    withExtendedLifetime(lock) {}
  }

  /// Only sessions whose processes have the programs of this very build on their `PATH`.
  private func endProcesses(of scratch: Scratch) async {
    let text = (try? host.files.read(scratch.state.appending(Scratch.sessions))) ?? []
    let numbers = String(decoding: text, as: UTF8.self).split(separator: "\n").compactMap {
      Int32($0)
    }
    for number in numbers where number > 1 {
      guard let session = host.processes.session(number, startedWith: ":\(scratch.tools.string)")
      else {
        continue
      }
      session.signalSession(15)
      await SessionEnd.wait(clock: host.clock) { session.isSessionAlive() }
      session.signalSession(9)
    }
  }

  /// The lock goes last, so that a removal that is broken off can be taken up again.
  private func removeContent(of scratch: Scratch) throws {
    for entry in try host.files.list(scratch.root) where entry.name != Scratch.lockName {
      guard stop.reason == nil else { return }
      try host.files.removeTree(scratch.root.appending(entry.name))
    }
    try host.files.removeTree(scratch.root)
  }
}
