/// What the service says of a buildspec that is YAML and still wrong.
extension LogMessages {
  static let buildspec = [
    LogMessage(
      "batch-version-text", "cannot unmarshal !!str `{version}` into float64",
      cause: "`version` stands in quotes. A build accepts that, a batch build wants a number.",
      look: "`version` in the first lines of the buildspec of the batch.",
      advice: "Write `version: 0.2` without quotes.", rules: ["BS102"],
      source: "aws/aws-cdk issues 29592, 21227 and 22087."),
    LogMessage(
      "buildspec-error", "Phase context status code: YAML_FILE_ERROR Message: {message}",
      "YAML_FILE_ERROR", kind: .general,
      cause: "The buildspec could not be read. No command has run.",
      look: "The text after `Message:`.",
      advice: "Run `buildspec lint` on the file.", rules: ["BS722"],
      source: "Build logs of the service."),
    LogMessage(
      "command-not-text",
      [
        "Expected Commands[{#index}] to be of string type: found {what} instead at line {#line}, "
          + "value of the key tag on line {#parent} might be empty",
        "Expected Commands[{#index}] to be of string type",
      ],
      cause:
        "A command is a mapping to YAML: it holds `: ` and is not in quotes. The items count from "
        + "0, so `Commands[{index}]` is number {index+1} of its list.",
      look: [
        "Line {line} of the buildspec, under the key on line {parent}. These lines count from 1.",
        "Item number {index+1} of the list of commands.",
      ],
      advice: "Put the whole command in single quotes, or write it as a block: `- |`.",
      rules: ["BS202"],
      source: "Build logs of the service; tried with the file of the report."),
    LogMessage(
      "file-missing", "YAML file does not exist",
      cause:
        "There is no `buildspec.yml` in the root of the source. The name must be exactly that: "
        + "not `buildspec.yaml`, and not in a folder, unless the project names it.",
      look: "The root of the source. In an uploaded ZIP, whether one folder holds everything.",
      advice: "Move or rename the file, or set the path in the project's source settings.",
      rules: ["BS015"],
      source: "meanjs/mean issue 1865; buildspec reference, file name and storage location."),
    LogMessage(
      "file-not-found", "stat {path}: no such file or directory",
      cause: "The buildspec that the project or the pipeline names does not exist: {path}",
      look: "The path in the project's source settings, relative to the root of the source.",
      advice: "Correct the path, or commit the file to the branch that is built.",
      rules: ["BS709"], source: "aws-samples/mlops-e2e issue 68."),
    LogMessage(
      "no-content", "wrong number of container tags, expected 1",
      cause:
        "The file is empty or is no buildspec, such as the JSON of a project. Container tags are "
        + "YAML's, not those of Docker images.",
      look:
        "The buildspec in the project's settings, and whether `version` and `phases` are there.",
      advice: "Write a buildspec with `version: 0.2` and `phases`.",
      rules: ["BS011", "BS012", "BS101", "BS104"],
      source: "aws-samples/aws-container-devsecops-workshop pull request 7."),
    LogMessage(
      "unknown-phase", "Invalid buildspec phase name: {name}. Expecting: {names}",
      cause: "`{name}` stands under `phases`, and there are only install, pre_build, build and "
        + "post_build. The log writes names in capital letters.",
      look: "The keys under `phases`, and their indentation.",
      advice: "Rename the phase or move its commands to one of the four.",
      rules: ["BS107"], source: "Build log of the service."),
  ]
}
