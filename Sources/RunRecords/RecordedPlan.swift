import BuildPlanning
import BuildspecModel

/// Reads the parts of a plan that `RunPlanDocument` has written.
enum RecordedPlan {
  static func plan(_ object: RecordedObject) throws(RecordDamage) -> RunPlan {
    var phases: [PlannedPhase] = []
    for phase in try object.objects("phases") { phases.append(try self.phase(phase)) }
    var references: [PlannedReference] = []
    for item in try object.objects("references") { references.append(try reference(item)) }
    var runtimes: [PlannedRuntime] = []
    for item in try object.objects("runtimes") {
      runtimes.append(
        PlannedRuntime(
          runtime: try item.text("runtime"), version: try item.text("version"),
          place: try place(item.object("place"))))
    }
    return RunPlan(
      buildspecPath: try object.text("buildspec"), phases: phases, references: references,
      runtimes: runtimes)
  }

  static func notice(_ object: RecordedObject) throws(RecordDamage) -> PlanNotice {
    PlanNotice(
      key: try object.text("key"), message: try object.text("message"),
      place: try optionalPlace(object))
  }

  /// A command; the text is empty where it is not told.
  static func command(_ object: RecordedObject) throws(RecordDamage) -> PlannedCommand {
    // The plan tells the list by the key that holds the item.
    let list = PlannedCommand.List(rawValue: object.optionalText("list") ?? "commands")
    guard let list else { throw RecordDamage(missing: "list") }
    return PlannedCommand(
      text: object.optionalText("text") ?? "", list: list, index: try object.number("index"),
      place: try place(object.object("place")))
  }

  private static func phase(_ object: RecordedObject) throws(RecordDamage) -> PlannedPhase {
    guard let name = PhaseName(rawValue: try object.text("name")) else {
      throw RecordDamage(missing: "name")
    }
    var phase = PlannedPhase(
      name: name, place: try optionalPlace(object),
      skippedBy: object.optionalText("skippedBy"))
    for item in try object.objects("commands") { phase.commands.append(try command(item)) }
    for item in try object.objects("finally") { phase.finally.append(try command(item)) }
    return phase
  }

  private static func reference(
    _ object: RecordedObject
  ) throws(RecordDamage) -> PlannedReference {
    guard let store = PlannedReference.Store(rawValue: try object.text("store")) else {
      throw RecordDamage(missing: "store")
    }
    return PlannedReference(
      name: try object.text("name"), store: store, reference: try object.text("reference"),
      place: try optionalPlace(object))
  }

  static func optionalPlace(
    _ object: RecordedObject
  ) throws(RecordDamage) -> PlanPlace? {
    guard let place = object.optionalObject("place") else { return nil }
    return try self.place(place)
  }

  private static func place(_ object: RecordedObject) throws(RecordDamage) -> PlanPlace {
    PlanPlace(
      path: try object.text("path"), line: try object.number("line"),
      column: try object.number("column"), start: try object.number("start"),
      end: try object.number("end"))
  }
}
