import BuildExecution

struct LiveRandomness: Randomness {
  func bytes(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    var bytes: [UInt8] = []
    while bytes.count < count {
      let word = generator.next()
      withUnsafeBytes(of: word) { bytes += $0.prefix(count - bytes.count) }
    }
    return bytes
  }
}
