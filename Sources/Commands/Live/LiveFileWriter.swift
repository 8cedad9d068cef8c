import BuildExecution
import SystemPackage

/// A new file of this machine.
final class LiveFileWriter: FileWriter {
  private let path: FilePath
  private let file: FileDescriptor

  init(_ path: FilePath, mode: UInt32) throws {
    self.path = path
    self.file = try FileDescriptor.open(
      path, .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
      permissions: FilePermissions(rawValue: CModeT(mode)))
  }

  func append(_ bytes: ArraySlice<UInt8>) throws {
    try naming { _ = try file.writeAll(bytes) }
  }

  func overwrite(_ bytes: [UInt8], at offset: UInt64) throws {
    try naming { _ = try file.writeAll(toAbsoluteOffset: Int64(offset), bytes) }
  }

  func close() throws {
    try naming { try file.close() }
  }

  private func naming(_ body: () throws -> Void) throws {
    do { try body() } catch let error as Errno {
      throw FileProblem("cannot write", path, reason: error.description)
    }
  }
}
