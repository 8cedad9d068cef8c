package import BuildspecModel

/// Where the builds of a batch run, and which of them can.
package struct BatchPlatform: Hashable, Sendable {
  /// In the words of container engines: `linux`, `darwin` or `windows`.
  package let system: String
  /// In the words of container engines: `amd64`, `arm64` or another one.
  package let architecture: String
  /// `nil` when the builds run on this machine itself.
  package let program: ContainerProgram?

  /// - Parameters:
  ///   - system: as `uname` or an engine names it, such as `Linux`.
  ///   - architecture: as `uname` or an engine names it, such as `x86_64`.
  package init(system: String, architecture: String, program: ContainerProgram?) {
    self.system = system.lowercased()
    let name = architecture.lowercased()
    self.architecture = ["x86_64": "amd64", "x86-64": "amd64", "aarch64": "arm64"][name] ?? name
    self.program = program
  }

  /// The plan, with the builds left out that cannot run here and those that wait for one of them. What
  /// is left out already stays so, and nothing that waits for it is touched. Builds that run otherwise
  /// than on the service get a notice.
  /// - Parameters:
  ///   - defaultType: the environment type of builds that name none, such as that of the project.
  ///   - anyType: whether to run builds of all types.
  package func applied(
    to plan: BatchPlan, defaultType: String? = nil, anyType: Bool = false
  ) -> BatchPlan {
    var plan = plan
    var notices = TypeNotices()
    for number in plan.builds.indices where plan.builds[number].leftOut == nil {
      let build = plan.builds[number]
      guard let (title, support) = support(of: build, defaultType) else { continue }
      switch support {
      case .runs: break
      case .near(let reason): notices.add(title, reason, build)
      case .cannot where anyType: notices.add(title, "run on \(self) all the same", build)
      case .cannot(let reason):
        plan.builds[number].leftOut = .unsupported("\(title): \(reason)")
      }
    }
    leaveOutWaiting(in: &plan)
    plan.notices = NoticeCollector.sorted(plan.notices + notices.all)
    return plan
  }

  /// How a build's type is named, and what comes of it; `nil` when nothing is known of the type. An image
  /// of AWS tells the type of a build that names none.
  private func support(
    of build: PlannedBuild, _ defaultType: String?
  ) -> (title: String, support: TypeSupport)? {
    if let name = build.environment.type ?? defaultType {
      return (name, EnvironmentType(rawValue: name).map(support) ?? .near("is not known here"))
    }
    guard let image = build.environment.image.flatMap(ImageTable.image) else { return nil }
    return (image.name, support(EnvironmentType(image)))
  }

  /// What comes of a build of this type.
  package func support(_ type: EnvironmentType) -> TypeSupport {
    let isARM = architecture == "arm64"
    switch type.platform {
    case .windows: return .cannot("no engine for Windows is used here")
    case .macARM:
      let isHere = isARM && system == "darwin" && program == nil
      return isHere ? .runs : .cannot("needs macOS on ARM, without containers")
    case .linuxARM where !isARM:
      return .cannot("this is \(self); --any-type runs it all the same")
    case .linuxX86 where architecture != "amd64": return .near("run on \(self)")
    case .linuxARM, .linuxX86: break
    }
    switch type {
    case .linuxGPU: return .near("run without a GPU")
    case .linuxLambda, .armLambda: return .near("run as builds of the container types do")
    default: return .runs
    }
  }

  private func leaveOutWaiting(in plan: inout BatchPlan) {
    for number in plan.order where plan.builds[number].leftOut == nil {
      let cause = plan.builds[number].parents.first { plan.builds[$0].isUnsupported }
      guard let cause else { continue }
      plan.builds[number].leftOut = .unsupported("waits for \(plan.builds[cause].identifier)")
    }
  }
}

extension BatchPlatform: CustomStringConvertible {
  /// `linux/amd64`.
  package var description: String { "\(system)/\(architecture)" }
}

extension PlannedBuild {
  fileprivate var isUnsupported: Bool {
    if case .unsupported = leftOut { true } else { false }
  }
}

extension EnvironmentType {
  /// The type of builds that an image of AWS is for.
  fileprivate init(_ image: CuratedImage) {
    switch image.platform {
    case .linuxX86: self = image.isLambda ? .linuxLambda : .linuxContainer
    case .linuxARM: self = image.isLambda ? .armLambda : .armContainer
    case .windows: self = .windowsServer2022
    case .macARM: self = .macARM
    }
  }
}
