/// What Docker says, and what the service says of images.
extension LogMessages {
  static let docker = [
    LogMessage(
      "container-dead", "Build container found dead before completing the build",
      cause:
        "The container of the build has ended. It ran out of memory, or the image has no `sh`.",
      look: "The image of the project and its compute type.",
      advice: "Use an image with `sh`, and a larger compute type.",
      source: "CodeBuild user guide, build environment images."),
    LogMessage(
      "docker-daemon", "Cannot connect to the Docker daemon",
      cause:
        "No Docker engine runs: the project is not in privileged mode, or it runs on Lambda compute, "
        + "which has none.",
      look: "Privileged mode in the project's environment.",
      advice: "Turn privileged mode on. In an image of your own, also start dockerd first.",
      source: "CodeBuild user guide, troubleshooting."),
    LogMessage(
      "docker-invalid-reference", "invalid reference format",
      "invalid argument \"{name}\" for \"-t, --tag\" flag",
      cause: "The name of an image is not one. A variable in it is empty, or holds `:`, as "
        + "CODEBUILD_BUILD_ID does; CODEBUILD_RESOLVED_SOURCE_VERSION is unset for some sources.",
      look: "The variables in the name of the image.",
      advice: "Print the name before; replace `:` or take another variable as the tag.",
      source: "CodeBuild user guide, environment variables."),
    LogMessage(
      "docker-no-credentials", "no basic auth credentials",
      "denied: Your authorization token has expired",
      cause: "Docker is not logged in to the registry that it pushes to or pulls from.",
      look: "The login, and whether its registry is the one in the image's name.",
      advice: "Log in with `aws ecr get-login-password` before; the role needs "
        + "ecr:GetAuthorizationToken.",
      source: "Amazon ECR user guide."),
    LogMessage(
      "docker-rate-limit", "toomanyrequests: You have reached your{rest}pull rate limit",
      "toomanyrequests:",
      cause: "Docker Hub limits how many images one address may pull, and builds share addresses.",
      look: "`FROM` in the Dockerfile, and images that the commands pull.",
      advice: "Log in to Docker Hub, or use public.ecr.aws/docker/library or a pull-through cache.",
      source: "Docker Hub usage limits."),
    LogMessage(
      "image-pull", "BUILD_CONTAINER_UNABLE_TO_PULL_IMAGE",
      cause:
        "The image of the build could not be pulled: a wrong name, no permission, or too large.",
      look: "The image in the project's environment, and the policy of its repository.",
      advice:
        "Check the name and the tag, and let codebuild.amazonaws.com or the service role pull it.",
      source: "CodeBuild user guide, troubleshooting."),
    LogMessage(
      "subnet", "INSUFFICIENT_SUBNET",
      cause: "CodeBuild found no subnet of the project that it can use.",
      look: "The VPC settings of the project.",
      advice:
        "Check that the subnets exist, have free addresses and reach the internet by a NAT gateway.",
      source: "CodeBuild user guide, troubleshooting."),
    LogMessage(
      "unable-to-locate-credentials", "Unable to locate credentials",
      cause:
        "A program found no AWS credentials. Inside `docker build` and `docker run` those of the "
        + "build are not there.",
      look: "Where the program runs, and AWS_CONTAINER_CREDENTIALS_RELATIVE_URI there.",
      advice: "Pass AWS_CONTAINER_CREDENTIALS_RELATIVE_URI and the Region to the container.",
      source: "AWS CLI; CodeBuild user guide, troubleshooting."),
  ]
}
