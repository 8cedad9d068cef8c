import ArgumentParser
import BuildspecModel

/// The flags of `lint` that tell of the project.
struct LintProjectOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Image that the builds run in, such as aws/codebuild/standard:7.0.", valueName: "image"))
  var image: String?

  @Option(
    help: ArgumentHelp(
      "Project that reads the buildspecs, as `aws codebuild batch-get-projects` or `terraform "
        + "show -json` prints it or a CloudFormation template has it; - for standard input.",
      valueName: "file[#name]"),
    completion: .file(extensions: ["json", "yml", "yaml", "template"]))
  var project: String?

  func validate() throws {
    if let image, let fault = ImageTable.fault(in: image) {
      throw ValidationError("--image \(image): \(fault)")
    }
  }

  var choice: ProjectChoice { ProjectChoice(file: project, image: image) }
}
