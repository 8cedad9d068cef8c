import BuildExecution
import SystemPackage

/// The places beside the source that a run reads and writes, from its flags.
struct RunPlaces {
  let options: RunOptions
  let host: Host

  func set(in job: inout RunJob) throws(ToolError) {
    job.aws = AWSSettings(
      profile: options.profile, region: options.region, endpointURL: options.endpointURL)
    if let name = options.artifacts, isS3(name) {
      job.artifactsInS3 = try location(name, "--artifacts")
    } else {
      job.artifacts = try artifactsFolder()
    }
    job.reports = try folder(options.reports, "--reports")
    job.program = LiveProgram.path()
    let cache = job.source.pushing(CacheFolder.path)
    job.ownFolders = [job.source.pushing(StateFolder.parent)]
    if options.noCache { return }
    if let name = options.cache, isS3(name) {
      job.cache = .s3(try location(name, "--cache"))
    } else {
      let folder = try folder(options.cache, "--cache") ?? cache
      job.ownFolders.insert(folder)
      job.cache = .folder(folder)
    }
  }

  /// Of `--artifacts`, when that is a folder.
  func artifactsFolder() throws(ToolError) -> FilePath? {
    try folder(options.artifacts, "--artifacts")
  }

  private func isS3(_ name: String) -> Bool { name.hasPrefix("s3:") }

  /// A place in S3, which needs the AWS CLI.
  private func location(_ name: String, _ option: String) throws(ToolError) -> S3Location {
    guard let location = S3Location(name) else {
      throw .usage("\(option) \(name): expected s3://bucket or s3://bucket/prefix")
    }
    guard ProgramSearch(host: host).find("aws") != nil else {
      throw ToolError(
        .fault, "\(option) \(name): the AWS CLI is needed for S3, and there is no aws on PATH")
    }
    return location
  }

  /// Absolute, also when it is not there yet.
  func folder(_ name: String?, _ option: String) throws(ToolError) -> FilePath? {
    guard let name else { return nil }
    guard !name.isEmpty, let here = (try? host.files.resolve(".")) ?? nil else {
      throw .usage("\(option): no folder is named")
    }
    let folder = here.pushing(FilePath(name)).lexicallyNormalized()
    if let status = (try? host.files.statusFollowingLinks(folder)) ?? nil, status.kind != .folder {
      throw .usage("\(option) \(name): not a folder")
    }
    return folder
  }
}
