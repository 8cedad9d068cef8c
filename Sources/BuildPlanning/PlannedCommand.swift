/// One item of `commands` or `finally`: one script of its own.
package struct PlannedCommand: Codable, Hashable, Sendable {
  /// The list that holds the item.
  package enum List: String, Codable, Sendable {
    case commands, finally
  }

  /// The script as CodeBuild would run it.
  package var text: String
  package var list: List
  /// 0-based position in its list.
  package var index: Int
  package var place: PlanPlace

  package init(text: String, list: List, index: Int, place: PlanPlace) {
    self.text = text
    self.list = list
    self.index = index
    self.place = place
  }
}
