package import BuildPlanning

/// The builds of a batch as a flowchart of Mermaid. Builds are named by their number; what the file calls
/// them is text alone, in which nothing but letters and digits stands for itself.
package enum BatchPlanMermaid {
  package static func render(_ plan: BatchPlan) -> String {
    var text = "flowchart LR\n"
    for (number, build) in plan.builds.enumerated() {
      let mark = build.leftOut == nil ? "" : " (left out)"
      text += "  n\(number)[\"\(escaped(build.identifier))\(mark)\"]\n"
    }
    for (number, build) in plan.builds.enumerated() {
      for parent in build.parents { text += "  n\(parent) --> n\(number)\n" }
    }
    let leftOut = plan.builds.indices.filter { plan.builds[$0].leftOut != nil }
    if !leftOut.isEmpty {
      text += "  classDef leftOut stroke-dasharray: 4 4\n"
      text += "  class \(leftOut.map { "n\($0)" }.joined(separator: ",")) leftOut\n"
    }
    return text
  }

  private static func escaped(_ text: String) -> String {
    if text.isEmpty { return "#160;" }
    var output = ""
    for scalar in PlainText.label(text).unicodeScalars {
      let isPlain =
        scalar == "_" || scalar == " " || scalar.properties.isAlphabetic
        || scalar.properties.numericType == .decimal
      if isPlain { output.unicodeScalars.append(scalar) } else { output += "#\(scalar.value);" }
    }
    return output
  }
}
