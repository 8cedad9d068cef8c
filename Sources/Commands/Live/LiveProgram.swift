import SystemPackage

#if canImport(Darwin)
  import Darwin
#endif

/// The file that this process was started from.
enum LiveProgram {
  /// `nil` when the system does not tell.
  static func path() -> FilePath? {
    #if canImport(Darwin)
      var size = UInt32(PATH_MAX) + 1
      var buffer = [CChar](repeating: 0, count: Int(size))
      guard _NSGetExecutablePath(&buffer, &size) == 0 else { return nil }
      return (try? LiveFiles().resolve(FilePath(platformString: buffer))) ?? nil
    #else
      (try? LiveFiles().resolve("/proc/self/exe")) ?? nil
    #endif
  }
}
