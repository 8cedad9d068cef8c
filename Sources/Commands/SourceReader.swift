import Diagnostics
import SystemPackage
import YAMLSyntax

/// Reads the files named on the command line.
enum SourceReader {
  /// Name of standard input on the command line.
  static let standardInput = "-"

  /// Errors: no such file, a directory, no permission. A file over the size limit is read only as
  /// far as it takes to say so.
  static func read(_ path: String) throws(ToolError) -> SourceText {
    do {
      let file = try FileDescriptor.open(FilePath(path), .readOnly)
      return SourceText(path: path, bytes: try file.closeAfter { try bytes(of: file) })
    } catch {
      throw .usage("\(path): \(reason(error))")
    }
  }

  static func readStandardInput(named name: String) throws(ToolError) -> SourceText {
    do {
      return SourceText(path: name, bytes: try bytes(of: .standardInput))
    } catch {
      throw .usage("standard input: \(reason(error))")
    }
  }

  private static func bytes(of file: FileDescriptor) throws -> [UInt8] {
    let limit = YAMLLimits().bytes + 1
    var bytes: [UInt8] = []
    var chunk = 16 * 1024
    while bytes.count < limit {
      let part = try [UInt8](unsafeUninitializedCapacity: chunk) { buffer, count in
        count = try file.read(into: UnsafeMutableRawBufferPointer(buffer))
      }
      if part.isEmpty { return bytes }
      if bytes.isEmpty { bytes = part } else { bytes += part }
      chunk = min(chunk * 2, 1 << 20)
    }
    return bytes
  }

  private static func reason(_ error: any Error) -> String {
    switch error as? Errno {
    case .some(.noSuchFileOrDirectory): "no such file"
    case .some(.isDirectory): "is a directory, a file is wanted"
    case .some(.permissionDenied): "no permission to read it"
    case .some(let errno): errno.description
    case nil: "cannot be read"
    }
  }
}
