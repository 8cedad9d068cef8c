#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Calls of the C library whose names are taken inside the types that use them.
enum SystemCalls {
  static func rename(_ path: UnsafePointer<CChar>, _ target: UnsafePointer<CChar>) -> CInt {
    #if canImport(Darwin)
      Darwin.rename(path, target)
    #elseif canImport(Musl)
      Musl.rename(path, target)
    #else
      Glibc.rename(path, target)
    #endif
  }
}
