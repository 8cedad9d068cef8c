import BuildPlanning
import Diagnostics
import Reporting

/// What must hold for every plan of a batch.
enum BatchPlanCheck {
  static func complaints(of plan: BatchPlan, in source: SourceText) -> [String] {
    var complaints: [String] = []
    if plan.builds.isEmpty { complaints.append("a batch without builds") }
    if Set(plan.builds.map(\.identifier)).count != plan.builds.count {
      complaints.append("an identifier stands for two builds")
    }
    let areKnown = plan.builds.allSatisfy { $0.parents.allSatisfy(plan.builds.indices.contains) }
    if !areKnown || plan.order.count != plan.builds.count {
      complaints.append("a build of the batch waits for ever")
    }
    let places = plan.builds.flatMap { Array($0.places.values) } + plan.notices.compactMap(\.place)
    if !places.allSatisfy({ 0 <= $0.start && $0.end <= source.bytes.count }) {
      complaints.append("a batch points outside the file")
    }
    let lines = BatchPlanText.render(plan, style: Style(isColored: false)).split(separator: "\n")
    if lines.count < plan.builds.count + 1 { complaints.append("the tree lacks builds") }
    _ = BatchPlanDocument.render(plan) + BatchPlanMermaid.render(plan) + BatchPlanDOT.render(plan)
    return complaints
  }
}
