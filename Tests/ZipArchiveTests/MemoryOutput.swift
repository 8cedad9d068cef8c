import Synchronization
import ZipArchive

/// Keeps an archive in memory.
final class MemoryOutput: ZipOutput, Sendable {
  private let content = Mutex<[UInt8]>([])

  var bytes: [UInt8] { content.withLock { $0 } }

  func append(_ bytes: ArraySlice<UInt8>) throws { content.withLock { $0 += bytes } }

  func overwrite(_ bytes: [UInt8], at offset: UInt64) throws {
    content.withLock {
      $0.replaceSubrange(Int(offset)..<Int(offset) + bytes.count, with: bytes)
    }
  }
}
