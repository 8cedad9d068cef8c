/// Masks events. The output of commands is one stream, however it is cut; it ends where another event
/// comes between.
struct EventMasker {
  let mask: SecretMask
  private var output: StreamMasker

  init(_ mask: SecretMask) {
    self.mask = mask
    output = StreamMasker(mask)
  }

  mutating func pass(_ event: RunEvent, to receive: (RunEvent) -> Void) {
    if case .output(let bytes) = event {
      output.feed(bytes) { receive(.output($0)) }
    } else {
      output.finish { receive(.output($0)) }
      receive(event.masked(by: mask))
    }
  }
}
