import ArgumentParser
import BuildPlanning
import BuildspecModel

/// Flags of `run` and `plan` about the container of a build.
struct ContainerRunOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: "Run the commands in a container of this image. (default: on this machine)")
  var image: String?

  @Option(help: "Where the commands run. (default: docker when an image is named, else host)")
  var engine: RunEngine?

  @Option(help: "When to fetch the image.")
  var pull = PlannedContainer.Pull.missing

  @Flag(help: "Give the container the rights that Docker inside of it needs.")
  var privileged = false

  @Flag(help: "Let the commands use the engine that runs their container.")
  var dockerSocket = false

  @Option(help: "Network of the container, as the engine names it.")
  var network: String?

  @Option(help: "Platform of the image, such as linux/arm64.")
  var platform: String?

  @Option(
    help: ArgumentHelp(
      "Give the container the processors and the memory of a compute type.", valueName: "type"))
  var computeType: ComputeType?

  @Flag(help: "Mount the copy of the source into the container instead of sending it.")
  var bind = false

  @Option(help: "Keep the container of these builds.")
  var keep: PlannedContainer.Keep?

  func validate() throws {
    let engine = engine ?? (image == nil ? .host : .docker)
    if engine == .host {
      if image != nil { throw ValidationError("--engine host runs no image; leave --image out") }
      if let flag = containerFlag { throw ValidationError("\(flag) needs --image") }
    } else if image?.isEmpty == true {
      throw ValidationError("--image: the name is empty")
    } else if image?.hasPrefix("-") == true {
      throw ValidationError("--image \(image ?? ""): not the name of an image")
    }
    if let computeType, ContainerLimits(computeType, platform: platform) == nil {
      throw ValidationError("--compute-type \(computeType.rawValue) is not one of a container")
    }
  }

  /// For builds that name no image themselves.
  func requireImage() throws {
    if let engine, engine != .host, image == nil {
      throw ValidationError("--engine \(engine.rawValue) needs --image")
    }
  }

  /// A flag that has no meaning without a container.
  private var containerFlag: String? {
    let given = [
      ("--pull", pull != .missing), ("--privileged", privileged), ("--docker-socket", dockerSocket),
      ("--network", network != nil), ("--platform", platform != nil),
      ("--compute-type", computeType != nil), ("--bind", bind), ("--keep", keep != nil),
    ]
    return given.first { $0.1 }?.0
  }

  /// `nil` on the host. The image is empty when each build of a batch has to name its own.
  func planned() -> PlannedContainer? {
    let engine = engine ?? (image == nil ? .host : .docker)
    guard let program = engine.program else { return nil }
    var container = PlannedContainer(engine: program, image: image ?? "")
    container.pull = pull
    container.isPrivileged = privileged
    container.hasEngineSocket = dockerSocket
    container.network = network
    container.platform = platform
    container.computeType = computeType?.rawValue
    container.limits = computeType.flatMap { ContainerLimits($0, platform: platform) }
    container.bindsSource = bind
    container.keep = keep
    return container
  }
}

extension PlannedContainer.Pull: ExpressibleByArgument {}
extension PlannedContainer.Keep: ExpressibleByArgument {}

extension ComputeType: ExpressibleByArgument {
  /// Accepts lower case and the size alone, such as `small`.
  package init?(argument: String) {
    let name = argument.uppercased()
    self.init(rawValue: ComputeType(rawValue: name) == nil ? "BUILD_GENERAL1_\(name)" : name)
  }
}
