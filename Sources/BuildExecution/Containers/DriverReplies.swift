/// What a container's driver has told, and who waits for it.
struct DriverReplies {
  private(set) var end: ProcessEnd?

  private var side: SideChannel
  /// Nobody has asked for them yet. The driver tells of scripts that were sent ahead, too.
  private var marks: [Int32] = []
  private var message: [UInt8]?
  private var awaitsMessage = false
  /// The marker after which a script that was sent ahead begins.
  private var foreseen: Int32?
  /// Scripts that were sent ahead and have not begun.
  private var ahead = 0
  /// Scripts that have begun and nobody has asked for.
  private var unasked = 0
  /// Whether the one who hands on the output waits until somebody asks for its script.
  private var isReaderWaiting = false
  /// Until the driver is ready, what comes is the tool's, which may speak on either stream.
  private var isReady = false
  /// The keeper tells of a lost driver on both streams, behind all that the driver has told.
  private var lost = (output: false, error: false)
  private var remarks: [UInt8] = []
  private var waiter: CheckedContinuation<ContainerDriver.Reply, Never>?
  private var beginWaiter: CheckedContinuation<Bool, Never>?

  init(nonce: [UInt8]) {
    side = SideChannel(nonce: nonce)
  }

  /// Whether a command has ended the driver, which must be replaced.
  var isLost: Bool { lost.output && lost.error }

  // MARK: Waiting

  /// - Parameter continuation: gets the reply to the next script or request.
  mutating func wait(
    _ continuation: CheckedContinuation<ContainerDriver.Reply, Never>, message: Bool,
    ahead: AheadScripts?
  ) {
    waiter = continuation
    awaitsMessage = message
    if let ahead { (self.ahead, foreseen) = (ahead.count, ahead.foreseen) }
    unasked = max(unasked - 1, 0)
    settle()
  }

  mutating func waitForBegin(_ continuation: CheckedContinuation<Bool, Never>) {
    beginWaiter = continuation
    settleBegin()
  }

  /// Whether output belongs to a script that nobody has asked for; its reader then waits.
  mutating func mustWait() -> Bool {
    isReaderWaiting = unasked > 0
    if isReaderWaiting { settleBegin() }
    return isReaderWaiting
  }

  /// - Returns: whether the reader waits; it is to look again.
  mutating func endWait() -> Bool {
    defer { isReaderWaiting = false }
    return isReaderWaiting
  }

  /// Nothing is asked for any more, and nothing is held back.
  mutating func giveUp() { (ahead, unasked) = (0, 0) }

  /// Nothing of what a driver that was lost has told counts any more.
  mutating func forget() {
    giveUp()
    (marks, message, lost) = ([], nil, (false, false))
  }

  // MARK: What comes

  /// Whether these bytes are written by a command.
  mutating func isOutput(_ bytes: ArraySlice<UInt8>) -> Bool {
    if !isReady { remarks += bytes }
    return isReady
  }

  mutating func take(_ mark: Int32) {
    isReady = true
    if mark == ContainerMark.lost {
      lost.output = true
    } else {
      marks.append(mark)
      follow(mark)
    }
    settle()
    settleBegin()
  }

  /// Counts the script that begins after a marker.
  private mutating func follow(_ mark: Int32) {
    guard ahead > 0, mark == foreseen else {
      ahead = 0
      return
    }
    ahead -= 1
    unasked += 1
  }

  mutating func receiveError(_ bytes: ArraySlice<UInt8>) {
    for event in side.feed(bytes) {
      switch event {
      case .message(let message): self.message = message
      case .lost: lost.error = true
      }
    }
    settle()
    settleBegin()
  }

  mutating func end(_ end: ProcessEnd) {
    self.end = end
    settle()
    settleBegin()
  }

  // MARK: Answers

  /// Answers the request once all of its answer is there.
  private mutating func settle() {
    guard let waiter, let reply = reply() else { return }
    self.waiter = nil
    waiter.resume(returning: reply)
  }

  private mutating func reply() -> ContainerDriver.Reply? {
    if let mark = marks.first {
      // What was sent ahead may have sent its message already, which stays.
      let needsMessage = awaitsMessage || ContainerMark.hasMessage(mark)
      if !needsMessage || message != nil {
        marks.removeFirst()
        defer { if needsMessage { message = nil } }
        return .marked(mark, message: needsMessage ? message : nil)
      }
    }
    if isLost { return .lost }
    guard let end else { return nil }
    let words = String(decoding: remarks, as: UTF8.self).split(whereSeparator: \.isNewline)
    return .gone(end, remarks: words.map(String.init) + side.remarks)
  }

  private mutating func settleBegin() {
    guard let waiter = beginWaiter else { return }
    let isLeftOut = marks.first == ContainerMark.leftOut
    guard !marks.isEmpty || isReaderWaiting || isLost || end != nil else { return }
    if isLeftOut {
      marks.removeFirst()
      giveUp()
    }
    beginWaiter = nil
    waiter.resume(returning: !isLeftOut)
  }
}
