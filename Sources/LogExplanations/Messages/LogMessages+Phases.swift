/// What the service says of phases and of builds as a whole.
extension LogMessages {
  static let phases = [
    LogMessage(
      "batch-service-error", "Internal Service Error",
      cause:
        "The service failed. A batch whose graph releases very many builds at once gives this.",
      look: "The width of `batch.build-graph`.",
      advice: "Try again; let fewer builds depend on one, in waves of about 50.",
      rules: ["BS715"], source: "aws-amplify/amplify-category-api pull request 3491."),
    LogMessage(
      "client-error", "Phase context status code: CLIENT_ERROR Message: {message}", "CLIENT_ERROR",
      kind: .general,
      cause: "CodeBuild could not do what the project or the buildspec asks for.",
      look: "The text after `Message:`.",
      advice: "Check the settings that it names, and the permissions of the service role.",
      source: "Build logs of the service."),
    LogMessage(
      "local-agent-error", "Runtime error (*clienterr.PhaseContextError: {message})",
      kind: .general,
      cause: "The local agent of AWS ends with the error of the phase: {message}",
      look: "The message in the brackets.",
      advice: "`buildspec explain` takes it too.", source: "A log of the local agent."),
    LogMessage(
      "no-commands", "No commands found for phase name: {phase}", kind: .harmless,
      cause: "The phase {phase} is in the buildspec and has no commands.",
      look: "`phases.{phase}`.", advice: "Nothing, unless it should have some.",
      rules: ["BS301"], source: "Build logs of the service."),
    LogMessage(
      "phase-failed", "Phase complete: {phase} State: FAILED", kind: .general,
      cause: "The phase {phase} failed. Later phases may fail because of it.",
      look: "The line after it, `Phase context status code:`, and the output before it.",
      advice: "Mend the first phase that failed.", source: "Build logs of the service."),
    LogMessage(
      "phase-timed-out", "State: TIMED_OUT", "BUILD_TIMED_OUT", kind: .general,
      cause: "The build took longer than the project allows; 60 minutes if nothing is set.",
      look: "The last command that was started: does it wait for input or never end?",
      advice: "Raise the timeout of the project, or end what hangs.",
      source: "CodeBuild API, timeoutInMinutes; the words in a log are not confirmed."),
    LogMessage(
      "phase-without-error", "Phase context status code:  Message:", "State: SUCCEEDED",
      kind: .harmless,
      cause: "The phase ended well; an empty status is no error.",
      look: "Nowhere.", advice: "Nothing.", source: "Build logs of the service."),
  ]
}
