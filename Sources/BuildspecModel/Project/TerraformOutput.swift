import YAMLSyntax

/// What `terraform show -json` prints: a state has `values`, a plan `planned_values`.
enum TerraformOutput {
  static func isOne(_ root: YAMLNode) -> Bool { module(root) != nil }

  /// The projects of all modules, by their addresses.
  static func projects(_ root: YAMLNode) -> [(id: String?, node: YAMLNode)] {
    var projects: [(id: String?, node: YAMLNode)] = []
    var modules = module(root).map { [$0] } ?? []
    while let module = modules.popLast() {
      for resource in module["resources"]?.sequence ?? [] {
        guard resource["type"]?.text?.value == "aws_codebuild_project",
          resource["mode"]?.text?.value != "data", let address = resource["address"]?.text,
          let values = resource["values"]
        else { continue }
        projects.append((address.value, values))
      }
      modules += (module["child_modules"]?.sequence ?? []).reversed()
    }
    return projects
  }

  private static func module(_ root: YAMLNode) -> YAMLNode? {
    (root["planned_values"] ?? root["values"])?["root_module"]
  }
}
