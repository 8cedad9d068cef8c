/// One finding of ShellCheck, in its own terms: lines and columns count from 1, columns in code
/// points, a tab as one.
package struct ShellCheckComment: Hashable, Sendable {
  package enum Level: String, Sendable {
    case error, warning, info, style
  }

  package struct Place: Hashable, Sendable {
    package var line: Int
    package var column: Int
    package var endLine: Int
    package var endColumn: Int

    package init(line: Int, column: Int, endLine: Int, endColumn: Int) {
      self.line = line
      self.column = column
      self.endLine = endLine
      self.endColumn = endColumn
    }
  }

  /// A part of a fix.
  package struct Replacement: Hashable, Sendable {
    package var place: Place
    package var text: String

    package init(place: Place, text: String) {
      self.place = place
      self.text = text
    }
  }

  package var code: Int
  package var level: Level
  package var message: String
  package var place: Place
  /// Empty when there is no fix.
  package var replacements: [Replacement]

  package init(
    code: Int, level: Level, message: String, place: Place, replacements: [Replacement] = []
  ) {
    self.code = code
    self.level = level
    self.message = message
    self.place = place
    self.replacements = replacements
  }
}
