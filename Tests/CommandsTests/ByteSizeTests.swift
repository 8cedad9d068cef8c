import Testing

@testable import Commands

struct ByteSizeTests {
  @Test(arguments: [
    ("0", 0), ("12B", 12), ("5kB", 5_000), ("500MB", 500_000_000), ("2gb", 2_000_000_000),
    ("1KiB", 1_024), ("1GiB", 1 << 30),
  ])
  func `sizes with units are read`(text: String, bytes: Int) {
    #expect(ByteSize(argument: text)?.bytes == bytes)
  }

  @Test(arguments: ["", "MB", "-1", "1.5GB", "1 GB", "1PB", "99999999999TB"])
  func `anything else is refused`(text: String) {
    #expect(ByteSize(argument: text) == nil)
  }

  @Test(arguments: [
    (0, "0 B"), (999, "999 B"), (1_000, "1.0 kB"), (1_250, "1.3 kB"), (99_949, "99.9 kB"),
    (123_456, "123 kB"), (999_960, "1000 kB"), (12_400_000, "12.4 MB"),
  ])
  func `sizes are told with three digits`(bytes: Int, text: String) {
    #expect(ByteSize.text(bytes) == text)
  }
}
