extension SeededRandom {
  /// Once in so many times.
  package mutating func chance(_ one: Int) -> Bool {
    Int.random(in: 0..<one, using: &self) == 0
  }

  /// One of several, which must not be none.
  package mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &self)]
  }
}
