package import BuildPlanning

/// The builds of a batch as a graph of Graphviz. Builds are named by their number; what the file calls them
/// is text alone.
package enum BatchPlanDOT {
  package static func render(_ plan: BatchPlan) -> String {
    var text = "digraph batch {\n  rankdir=LR\n  node [shape=box]\n"
    for (number, build) in plan.builds.enumerated() {
      let style = build.leftOut == nil ? "" : ", style=dashed"
      text += "  n\(number) [label=\"\(escaped(build.identifier))\"\(style)]\n"
    }
    for (number, build) in plan.builds.enumerated() {
      for parent in build.parents { text += "  n\(parent) -> n\(number)\n" }
    }
    return text + "}\n"
  }

  /// A backslash would be the begin of a sequence, and an ampersand that of an entity.
  private static func escaped(_ text: String) -> String {
    var output = ""
    for scalar in PlainText.label(text).unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "&": output += "&amp;"
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }
}
