/// What the service says of `runtime-versions`.
extension LogMessages {
  static let runtimes = [
    LogMessage(
      "no-runtime-selected", "No runtime version selected in buildspec", kind: .harmless,
      cause: "There is no `runtime-versions`, so the versions are those of the image.",
      look: "`phases.install.runtime-versions`, if a version matters.",
      advice: "Nothing, or pin a version: the defaults of an image change.",
      source: "Build logs of the service."),
    LogMessage(
      "runtime-conflict",
      "Runtime '{dependent}' version '{version}' has a dependency on runtime '{name}', but "
        + "'{other}' version '{selected}' has already been manually selected",
      cause:
        "{dependent} {version} of this image needs another version of {name} than {selected}, which "
        + "the buildspec selects.",
      look: "`phases.install.runtime-versions`.",
      advice: "Remove {name}, so that the image selects the version that {dependent} needs.",
      source: "aws/aws-codebuild-docker-images issue 537."),
    LogMessage(
      "runtime-required", "This build image requires selecting at least one runtime version",
      cause:
        "The image is an old one (standard:2.0, Amazon Linux 2 standard:1.0 or 2.0), which has no "
        + "default versions.",
      look: "`phases.install.runtime-versions`, and the image of the project.",
      advice: "Use a maintained image, or select a version.", rules: ["BS222"],
      source:
        "CodeBuild user guide, troubleshooting; aws-samples/aws-serverless-workshops issue 231."),
    LogMessage(
      "runtimes-unsupported",
      "Skipping install of runtimes. Runtime version selection is not supported by this build image",
      cause:
        "The image is not one of CodeBuild's own, so it has no list of runtimes. The build goes on "
        + "with what the image holds.",
      look: "`phases.install.runtime-versions`, and the image of the project.",
      advice: "Remove `runtime-versions`, and install the version in the image.",
      source: "sbstjn/cra-pipeline issue 6."),
    LogMessage(
      "unknown-runtime",
      "Unknown runtime named '{name}'. This build image has the following runtimes: {names}",
      cause: "`{name}` is not a runtime of this image. It has: {names}",
      look: "`phases.install.runtime-versions`.",
      advice: "Correct the name. For docker, remove it: x86 images bring Docker without it.",
      rules: ["BS212", "BS218"], source: "Build logs of the service, 2024."),
    LogMessage(
      "unknown-runtime-version",
      "Unknown runtime version named '{version}' of {name}. "
        + "This build image has the following versions: {versions}",
      cause:
        "This image does not have {name} {version}. It has: {versions}. A newer image drops old "
        + "versions, and an old image does not get new ones.",
      look: "`phases.install.runtime-versions`, and the image of the project.",
      advice: "Select one of these versions, or an image that has the one you need.",
      rules: ["BS213", "BS214", "BS217"],
      source: "awslabs/aws-simple-cicd issue 58; awslabs/open-data-registry issue 1082."),
  ]
}
