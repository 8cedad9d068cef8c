extension String {
  /// An ASCII character so many times; none when that is negative. The library's own initializer
  /// appends one at a time.
  init(_ sign: Unicode.Scalar, times: Int) {
    let count = Swift.max(0, times)
    self.init(unsafeUninitializedCapacity: count) { buffer in
      buffer.initialize(repeating: UInt8(ascii: sign))
      return count
    }
  }
}
