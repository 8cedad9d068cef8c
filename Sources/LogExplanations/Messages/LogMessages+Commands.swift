/// What shells and programs say, and what CodeBuild makes of it.
extension LogMessages {
  static let commands = [
    LogMessage(
      "bad-interpreter", "bad interpreter: {reason}", "/usr/bin/env: {program}: No such file",
      "\\r': command not found",
      cause:
        "The first line of a script names a program that is not there. A script with Windows line "
        + "ends names one that ends in a carriage return.",
      look: "The first line of the script, and its line ends.",
      advice: "Save the script with LF line ends (`* text=auto eol=lf` in .gitattributes).",
      source: "aws-samples/amazon-eks-cicd-codebuild issue 180."),
    LogMessage(
      "bash-under-sh", "[[: not found", ": declare: not found", ": source: not found",
      ": pushd: not found", ": shopt: not found", "Syntax error: \"(\" unexpected",
      "Bad substitution", "Syntax error: redirection unexpected",
      cause:
        "The command is written for bash, and the shell is sh. On Ubuntu images sh is dash, which "
        + "has no `[[`, arrays, `source` or `<<<`.",
      look: "The command. Line 4 of script.sh is its first line.",
      advice: "Set `env.shell: bash`, or write it for sh: `[ … ]`, `. file`.",
      rules: ["BS404"], source: "aws/aws-codebuild-docker-images issue 211."),
    LogMessage(
      "command-failed",
      [
        "Error while executing command: {command}. Reason: exit status {#status}",
        "Command did not exit successfully {command} exit status {#status}",
        "Error while executing command: {command}", "Command did not exit successfully {command}",
        "Reason: exit status {#status}", "COMMAND_EXECUTION_ERROR",
      ], kind: .general,
      cause:
        "A command of the buildspec ended with a status other than 0. Only the last command of a "
        + "`|` block and the last part of a pipe count.",
      look: [
        "The output of `{command}`, just above the first such line.",
        "The output of the command, just above the first such line.",
      ],
      advice: "Run the same phase here: `buildspec run`.",
      source: "Build logs of the service."),
    LogMessage(
      "command-not-found", "{command}: command not found$", "{command}: not found$",
      cause: "The shell knows no program `{command}`.",
      look: "The command, and what installs the program.",
      advice: "Install it, or correct the name. A program of a runtime needs its entry in "
        + "`runtime-versions`. A `PATH` in `env.variables` is taken as it stands: `$PATH` in it is text.",
      rules: ["BS512"], source: "acantril/learn-cantrill-io-labs issue 155."),
    LogMessage(
      "ecr-get-login", "argument operation: Invalid choice{rest}get-login",
      "Invalid choice: 'get-login'", "argument operation: Invalid choice, valid choices are:",
      cause: "`aws ecr get-login` was removed in version 2 of the AWS CLI.",
      look: "The command that logs in to Amazon ECR.",
      advice: "aws ecr get-login-password | docker login --username AWS --password-stdin "
        + "ACCOUNT.dkr.ecr.REGION.amazonaws.com",
      rules: ["BS411"], source: "AWS CLI, changes of version 2."),
    LogMessage(
      "out-of-memory", "exit status 137$", "JavaScript heap out of memory",
      "OutOfMemoryError: Java heap space",
      cause: "The build used more memory than the machine or the program's own limit allows.",
      look: "The compute type of the project, and the memory settings of the tool.",
      advice: "Take a larger compute type, or run less at once.",
      source: "Signal 9 is status 137; sizes in the CodeBuild user guide."),
    LogMessage(
      "permission-denied", "{file}: Permission denied$", "exit status 126$",
      cause: "A file is to be run that is not executable.",
      look: "The mode of the script in git: `git ls-files -s FILE` shows 100755 for executable.",
      advice: "`git update-index --chmod=+x FILE`, or run it with `sh FILE`.",
      source: "aws-samples/aws-codecommit-serverless-backup issue 11."),
    LogMessage(
      "powershell-not-recognized", "The term '{command}' is not recognized",
      cause:
        "PowerShell knows no command `{command}`. On Windows it is the shell, so the syntax of cmd "
        + "does not work.",
      look: "The command, and `env.shell`.",
      advice: "Set `env.shell: cmd.exe`, or write it for PowerShell (`$env:NAME = 'value'`).",
      rules: ["BS211"], source: "A build log of the service."),
    LogMessage(
      "status-127", "Error while executing command: {command}. Reason: exit status 127$",
      "Command did not exit successfully {command} exit status 127$", "exit status 127$",
      kind: .general,
      cause: "A program was not found: status 127. A script with Windows line ends gives it too.",
      look: "The output of the command, just above.",
      advice: "Install the program, or correct its name.", source: "POSIX, shell command language."),
    LogMessage(
      "sudo-missing", "sudo: not found", "sudo: command not found",
      cause: "The image has no sudo. Builds run as root, so there is no need for it.",
      look: "The command.",
      advice: "Leave out `sudo`.", source: "A build log of the service."),
  ]
}
