@testable import Reporting

/// As much of a terminal as a tree needs: it wraps, scrolls, moves its cursor, and breaks long lines anew
/// when its width changes.
struct Screen {
  private struct Row {
    var cells: [Character] = []
    /// Whether it goes on with the line of the row above.
    var isContinued = false
  }

  private(set) var columns: Int
  private let height: Int
  private var rows = [Row()]
  private var row = 0
  private var column = 0
  private var wraps = true
  private(set) var showsCursor = true
  /// What it was sent and does not know.
  private(set) var unknown: [String] = []

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.height = rows
  }

  /// All rows, also those that have left at the top, without blanks at their ends.
  var text: [String] { rows.map { Self.shown($0.cells) } }

  /// All lines, however they are broken into rows.
  var lines: [String] {
    var lines: [[Character]] = []
    for row in rows {
      lines.append((row.isContinued ? lines.popLast() ?? [] : []) + row.cells)
    }
    return lines.map(Self.shown)
  }

  /// What is to be seen now.
  var visible: [String] { rows.suffix(height).map { Self.shown($0.cells) } }

  mutating func write(_ text: String) {
    var rest = text[...]
    while let character = rest.popFirst() {
      switch character {
      case "\u{1B}": escape(&rest)
      case "\n": lineFeed()
      case "\r": column = 0
      case "\r\n":
        column = 0
        lineFeed()
      default: put(character)
      }
    }
  }

  private static func shown(_ cells: [Character]) -> String {
    let cells = cells.filter { $0 != "\u{0}" }
    return String(cells[..<(cells.lastIndex { $0 != " " }.map { $0 + 1 } ?? 0)])
  }

  private mutating func put(_ character: Character) {
    let width = max(1, DisplayWidth.of(String(character)))
    if column + width > columns {
      guard wraps else { return }
      down()
      column = 0
      rows[row].isContinued = true
    }
    while rows[row].cells.count < column { rows[row].cells.append(" ") }
    // The second column of a wide character is a cell of its own.
    let cells = [character] + Array(repeating: "\u{0}", count: width - 1)
    let end = min(rows[row].cells.count, column + width)
    rows[row].cells.replaceSubrange(column..<end, with: cells)
    column += width
  }

  private mutating func lineFeed() {
    column = 0
    down()
    rows[row].isContinued = false
  }

  private mutating func down() {
    row += 1
    if row == rows.count { rows.append(Row()) }
  }

  private mutating func escape(_ rest: inout Substring) {
    guard rest.popFirst() == "[" else {
      unknown.append("no sequence")
      return
    }
    let parameters = rest.prefix { $0.isNumber || $0 == ";" || $0 == "?" }
    rest = rest.dropFirst(parameters.count)
    let final = rest.popFirst() ?? " "
    switch (String(parameters), final) {
    case (_, "m"): break
    case ("?25", "l"): showsCursor = false
    case ("?25", "h"): showsCursor = true
    case ("?7", "l"): wraps = false
    case ("?7", "h"): wraps = true
    case ("", "K"): rows[row].cells.removeSubrange(min(column, rows[row].cells.count)...)
    case ("", "J"):
      rows[row].cells.removeSubrange(min(column, rows[row].cells.count)...)
      rows.removeSubrange((row + 1)...)
    case (let count, "A"):
      row = max(max(0, rows.count - height), row - (Int(count) ?? 1))
    default: unknown.append("\(parameters)\(final)")
    }
  }

  /// Breaks lines anew, as most terminals do.
  mutating func resize(to columns: Int) {
    var whole: [(cells: [Character], cursor: Int?)] = []
    for (index, old) in rows.enumerated() {
      var line: (cells: [Character], cursor: Int?) = ([], nil)
      if old.isContinued, let last = whole.popLast() { line = last }
      if index == row { line.cursor = line.cells.count + column }
      line.cells += old.cells
      whole.append(line)
    }
    rows = []
    for (cells, cursor) in whole {
      if let cursor {
        let last = max(0, min(cursor, cells.count) - 1) / columns
        (row, column) = (rows.count + last, cursor - last * columns)
      }
      rows += Self.rows(cells, columns)
    }
    self.columns = columns
  }

  private static func rows(_ cells: [Character], _ columns: Int) -> [Row] {
    let starts = Array(stride(from: 0, to: max(1, cells.count), by: columns))
    return starts.map { start in
      Row(
        cells: Array(cells[start..<min(cells.count, start + columns)]), isContinued: start > 0)
    }
  }
}
