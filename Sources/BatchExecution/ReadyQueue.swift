/// Builds that could start: the one of the highest rank comes first, then the first of the file. A binary
/// heap, since a graph may release thousands at once.
struct ReadyQueue {
  private var heap: [(build: Int, rank: Int64)] = []

  mutating func insert(_ build: Int, rank: Int64) {
    heap.append((build, rank))
    var place = heap.count - 1
    while place > 0, precedes(place, (place - 1) / 2) {
      heap.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  mutating func removeFirst() -> Int? {
    guard let first = heap.first else { return nil }
    let last = heap.removeLast()
    guard !heap.isEmpty else { return first.build }
    heap[0] = last
    var place = 0
    while true {
      let below = [2 * place + 1, 2 * place + 2].filter { $0 < heap.count }
      guard let best = below.min(by: precedes), precedes(best, place) else { return first.build }
      heap.swapAt(best, place)
      place = best
    }
  }

  private func precedes(_ left: Int, _ right: Int) -> Bool {
    let (left, right) = (heap[left], heap[right])
    return left.rank == right.rank ? left.build < right.build : left.rank > right.rank
  }
}
