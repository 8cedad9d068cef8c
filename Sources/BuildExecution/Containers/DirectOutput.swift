import SystemPackage

/// A named pipe by which the output of a container comes to this tool at once. Otherwise the end of
/// each command wakes three programs on its way: the engine's runtime, the engine and its command line
/// tool.
///
/// The pipe is the standard output of the command line tool, too, so all that comes has one reader. The
/// container gets it as a mount and uses it only on this machine's own kernel. Where the engine is
/// elsewhere, or the container may not write to it, all goes through the engine.
struct DirectOutput {
  /// On this machine.
  let pipe: FilePath
  /// What the kernel calls itself since it was started.
  private let kernel: String

  private static let kernelFile: FilePath = "/proc/sys/kernel/random/boot_id"

  /// - Parameter folder: one that nobody else can enter.
  /// - Returns: `nil` on a system without such containers.
  static func make(name: String, in folder: FilePath, files: any Files) -> DirectOutput? {
    guard let identifier = try? files.read(kernelFile) else { return nil }
    let pipe = folder.appending(name)
    guard (try? files.createPipe(pipe, mode: 0o600)) != nil else { return nil }
    return DirectOutput(
      pipe: pipe,
      kernel: String(decoding: identifier.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self))
  }

  /// Makes it the standard output of a shell that may use it.
  var script: String {
    let pipe = ContainerPaths.directOutput
    return """
      read -r _bs_line <\(Self.kernelFile)
      [ "$_bs_line" = \(ShellQuoting.quoted(kernel)) ] && [ -p \(pipe) ] && (: >\(pipe)) && exec >\(pipe)
      """
  }
}
