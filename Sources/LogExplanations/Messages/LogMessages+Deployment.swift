/// What CodePipeline says when it deploys to Amazon ECS.
extension LogMessages {
  static let deployment = [
    LogMessage(
      "container-missing", "The AWS ECS container {name} does not exist",
      cause:
        "imagedefinitions.json names the container {name}, and the task definition has no such "
        + "container.",
      look: "`name` in imagedefinitions.json, and the container names of the task definition.",
      advice:
        "Use the same name; `buildspec imagedefinitions check FILE --task-definition FILE` compares "
        + "them.",
      source: "CodePipeline user guide, Amazon ECS action; a report of a user."),
    LogMessage(
      "image-artifact-unreadable",
      "Exception while trying to read the image artifact file from the artifact: {artifact}",
      "Exception while trying to read the image artifact file",
      cause:
        "A blue/green deployment wants imageDetail.json, and the artifact has another file, such as "
        + "imagedefinitions.json, or none.",
      look: "The root of the artifact: one object with `ImageURI` in imageDetail.json.",
      advice: "Write it with `buildspec imagedefinitions write --blue-green`.",
      source: "CodePipeline user guide, image definitions files."),
    LogMessage(
      "image-definitions-missing",
      "Did not find the image definition file {name} in the input artifacts",
      cause:
        "The artifact has no {name} in its root. An ECR source gives imageDetail.json, which this "
        + "action does not read.",
      look: "`artifacts.files` and the file name in the action.",
      advice: "Write it with `buildspec imagedefinitions write`, and list it in `artifacts.files`.",
      source: "CodePipeline user guide, Amazon ECS action; the exact words are not confirmed."),
    LogMessage(
      "invalid-action-configuration", "Invalid action configuration", kind: .general,
      cause:
        "The deployment could not be prepared: the artifact or the settings of the action are wrong.",
      look: "The text after it.",
      advice: "Check the file with `buildspec imagedefinitions check`.",
      source: "CodePipeline user guide, Amazon ECS actions."),
  ]
}
