import BuildPlanning

/// Why a build has failed before it began: a store refused a value.
struct SecretFailure: Error {
  var context: PhaseContext
  /// What the refusal is about.
  var references: [PlannedReference]

  init(_ context: PhaseContext, about names: [String], in plan: RunPlan) {
    self.context = context
    references = plan.references.filter { reference in
      names.contains { reference.reference == $0 || reference.reference.hasPrefix("\($0):") }
    }
  }

  /// The service does not say where the value is asked for.
  var notices: [PlanNotice] {
    references.map { PlanNotice(key: $0.key, message: "the store gives no value", place: $0.place) }
  }
}
