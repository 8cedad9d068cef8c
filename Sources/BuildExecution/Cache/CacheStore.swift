import SystemPackage

/// Keeps archives under their names. An archive with a key is never changed once it is there; the one
/// without a key is replaced.
protocol CacheStore: Sendable {
  /// Whether archives travel over the network.
  var isRemote: Bool { get }

  /// The archives of a version, the one that was kept last first.
  func list(version: String) async throws -> [CacheName]

  /// Calls `body` with the archive on this machine.
  func fetch(_ name: CacheName, _ body: (FilePath) async throws -> Void) async throws

  /// Calls `body` with the path that the archive is to be written to, then publishes it at once.
  /// - Returns: whether it is kept; `false` when there is one of that name, or `body` wrote none.
  func keep(_ name: CacheName, _ body: (FilePath) async throws -> Bool) async throws -> Bool

  /// Takes away an archive that is damaged.
  func drop(_ name: CacheName) async throws
}
