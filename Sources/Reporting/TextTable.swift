/// Rows of cells with aligned columns.
enum TextTable {
  /// - Parameter rows: each with the same number of cells; the last column is not padded.
  static func render(_ rows: [[String]]) -> String {
    let count = (rows.first?.count ?? 1) - 1
    let widths = (0..<count).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let padded = zip(row, widths).map { cell, width in
        cell + String(repeating: " ", count: width - cell.count + 2)
      }
      return padded.joined() + (row.last ?? "") + "\n"
    }.joined()
  }
}
