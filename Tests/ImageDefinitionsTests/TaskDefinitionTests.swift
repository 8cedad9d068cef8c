import Diagnostics
import ImageDefinitions
import Testing

/// Containers of the file against those of the task definition.
@Suite struct TaskDefinitionTests {
  static let bare = #"{"family":"f","containerDefinitions":[{"name":"web","image":"a:1"}]}"#

  @Test(arguments: [bare, "{\"taskDefinition\":\(bare),\"tags\":[]}"])
  func `a task definition is read bare or as it is described`(_ text: String) {
    let (task, findings) = read(text)
    #expect(task?.containers == ["web"])
    #expect(task?.images == ["a:1"])
    #expect(findings == [])
  }

  @Test(arguments: ["{}", "[]", #"{"containerDefinitions":[]}"#, #"{"containerDefinitions":1}"#])
  func `without containers it is of no use`(_ text: String) {
    let (task, findings) = read(text)
    #expect(task == nil)
    #expect(findings.map(\.rule.code) == ["IM018"])
  }

  @Test func `what is not JSON is said to be so`() {
    #expect(read("{").findings.map(\.rule.code) == ["IM001"])
  }

  @Test func `a container that the task does not have is named with the one that is meant`() {
    let task = read(Self.bare).task
    #expect(check(#"[{"name":"wbe","imageUri":"a:1"}]"#, task) == ["did you mean `web`?"])
    #expect(check(#"[{"name":"database","imageUri":"a:1"}]"#, task) == ["it has `web`"])
    #expect(check(#"[{"name":"web","imageUri":"a:1"}]"#, task) == [])
  }

  @Test func `a blue/green deployment needs a placeholder`() {
    #expect(read(Self.bare).task?.withoutPlaceholder.map(\.rule.code) == ["IM019"])
    let text = #"{"containerDefinitions":[{"name":"web","image":"<IMAGE1_NAME>"}]}"#
    #expect(read(text).task?.withoutPlaceholder == [])
  }

  private func read(_ text: String) -> (task: TaskDefinition?, findings: [Diagnostic]) {
    TaskDefinition.read(SourceText(path: "taskdef.json", text: text))
  }

  private func check(_ text: String, _ task: TaskDefinition?) -> [String?] {
    ImageFileChecker.check(SourceText(path: "imagedefinitions.json", text: text), against: task)
      .findings.map(\.help)
  }
}
