import BuildspecModel
import Diagnostics
import Testing

/// Files that tell of a project.
@Suite struct ProjectFileTests {
  /// As `aws codebuild batch-get-projects` prints it.
  private let answer = #"""
    {
    	"projects": [
            {
                "name": "shop", "timeoutInMinutes": 45,
                "description": "Caf\u00e9 \ud83d\ude80",
                "source": {"type": "GITHUB", "location": "https:\/\/git.example.com\/shop",
                           "buildspec": "ci/build.yml"},
                "secondarySources": [{"type": "S3", "sourceIdentifier": "config"}],
                "artifacts": {"type": "S3", "overrideArtifactName": true},
                "secondaryArtifacts": [{"type": "S3", "artifactIdentifier": "reports"}],
                "cache": {"type": "LOCAL", "modes": ["LOCAL_SOURCE_CACHE", "LOCAL_CUSTOM_CACHE"]},
                "environment": {
                    "type": "ARM_CONTAINER",
                    "image": "aws/codebuild/amazonlinux-aarch64-standard:3.0",
                    "computeType": "BUILD_GENERAL1_SMALL",
                    "environmentVariables": [
                        {"name": "STAGE", "value": "test", "type": "PLAINTEXT"},
                        {"name": "KEY", "value": "/shop/key", "type": "PARAMETER_STORE"},
                        {"name": "PLAIN", "value": "x"}
                    ],
                    "privilegedMode": true
                },
                "vpcConfig": {"vpcId": "vpc-1"},
                "buildBatchConfig": {
                    "restrictions": {"maximumBuildsAllowed": 20, "computeTypesAllowed": ["BUILD_GENERAL1_SMALL"]}
                }
            }
        ],
        "projectsNotFound": []
    }
    """#

  @Test func `the answer of the AWS CLI is read`() throws {
    let project = try read(answer)
    #expect(project.name == "shop")
    #expect(project.buildspec == "ci/build.yml" && project.sourceType == "GITHUB")
    #expect(project.secondarySources == ["config"])
    #expect(project.artifactsType == "S3" && project.overridesArtifactName == true)
    #expect(project.secondaryArtifacts == ["reports"])
    #expect(project.cache == .local(keepsPaths: true))
    #expect(project.platform == .linuxARM && project.isLambda == false)
    #expect(project.computeType == "BUILD_GENERAL1_SMALL")
    #expect(project.isPrivileged == true && project.isInVPC == true)
    #expect(project.hasFleet == false && project.hasDockerServer == false)
    #expect(
      project.variables == [
        ProjectVariable(name: "STAGE", origin: .plaintext, value: "test"),
        ProjectVariable(name: "KEY", origin: .parameterStore, value: "/shop/key"),
        ProjectVariable(name: "PLAIN", origin: .plaintext, value: "x"),
      ])
    #expect(project.timeoutMinutes == 45)
    #expect(project.allowsBatches == true)
    #expect(
      project.batch == ProjectBatch(maximumBuilds: 20, computeTypes: ["BUILD_GENERAL1_SMALL"]))
    #expect(project.runtimes?.versions(of: "docker") == ["23"])
  }

  @Test(arguments: [
    #"{"name": "one", "source": {"type": "NO_SOURCE"}, "environment": {"image": "a"}}"#,
    #"{"project": {"name": "one", "environment": {"image": "a"}}}"#,
    #"[{"name": "one", "environment": {"image": "a"}}]"#,
    "name: one\nenvironment: {image: a}\n",
  ])
  func `one project alone is read, and what is absent has its default`(_ text: String) throws {
    let project = try read(text)
    #expect(project.name == "one" && project.image == "a")
    #expect(project.buildspec == "" && project.isPrivileged == false)
    #expect(project.variables == [] && project.secondaryArtifacts == [])
    #expect(project.cache == ProjectCache.none && project.allowsBatches == false)
    #expect(project.artifactsType == nil && project.platform == nil)
  }

  private let template = """
    AWSTemplateFormatVersion: "2010-09-09"
    Parameters:
      Image: {Type: String, Default: x}
    Resources:
      Bucket: {Type: AWS::S3::Bucket}
      Build:
        Type: AWS::CodeBuild::Project
        Properties:
          Name: !Sub "${AWS::StackName}-build"
          Environment:
            Type: LINUX_CONTAINER
            Image: !Ref Image
            PrivilegedMode: "true"
            EnvironmentVariables:
              - {Name: A, Value: !Ref Image}
          Source: {Type: CODEPIPELINE, BuildSpec: ci/b.yml}
          Artifacts: {Type: CODEPIPELINE}
          Cache: !If [HasCache, {Type: S3}, !Ref AWS::NoValue]
          SecondaryArtifacts:
            - Fn::If: [X, {ArtifactIdentifier: a}, {Ref: "AWS::NoValue"}]
          BuildBatchConfig: {ServiceRole: !GetAtt Role.Arn}
      Test:
        Type: AWS::CodeBuild::Project
        Properties:
          Name: tests
          Environment: {Type: LINUX_CONTAINER, Image: aws/codebuild/standard:7.0}
    """

  @Test func `what a template computes is not known`() throws {
    let project = try read(template, "Build")
    #expect(project.name == "Build")
    #expect(project.image == nil && project.isPrivileged == true)
    #expect(project.variables == [ProjectVariable(name: "A", origin: .plaintext)])
    #expect(project.cache == nil && project.secondaryArtifacts == nil)
    #expect(project.allowsBatches == true && project.hasFleet == false)
    #expect(project.buildspec == "ci/b.yml" && project.sourceType == "CODEPIPELINE")
  }

  @Test func `a project is named by its name or its logical id`() throws {
    #expect(try read(template, "Test").image == "aws/codebuild/standard:7.0")
    #expect(try read(template, "tests") == read(template, "Test"))
  }

  @Test(arguments: ["values", "planned_values"])
  func `what Terraform shows is read`(key: String) throws {
    let text = """
      {"format_version": "1.0", "\(key)": {"root_module": {
        "resources": [
          {"address": "aws_s3_bucket.b", "type": "aws_s3_bucket", "values": {}},
          {"address": "aws_codebuild_project.shop", "mode": "managed", "type": "aws_codebuild_project",
           "values": {
            "name": "shop", "build_timeout": 20,
            "environment": [{"type": "LINUX_CONTAINER", "image": "aws/codebuild/standard:7.0",
              "compute_type": "BUILD_GENERAL1_SMALL", "privileged_mode": true, "docker_server": [],
              "environment_variable": [
                {"name": "A", "type": "PLAINTEXT", "value": "a"},
                {"name": "B", "type": "SECRETS_MANAGER", "value": "shop/db:key"}, {"name": "C"}]}],
            "source": [{"type": "GITHUB", "buildspec": "ci/b.yml"}],
            "artifacts": [{"type": "S3", "override_artifact_name": true}],
            "secondary_artifacts": [{"artifact_identifier": "reports"}], "secondary_sources": [],
            "cache": [{"type": "LOCAL", "modes": ["LOCAL_CUSTOM_CACHE"]}], "vpc_config": []}}],
        "child_modules": [{"address": "module.m", "resources": [
          {"address": "module.m.aws_codebuild_project.p", "type": "aws_codebuild_project",
           "values": {"name": "other", "environment": [{"image": "i"}]}}]}]}}}
      """
    let project = try read(text, "aws_codebuild_project.shop")
    #expect(try read(text, "shop") == project)
    #expect(project.timeoutMinutes == 20 && project.isPrivileged == true)
    #expect(project.image == "aws/codebuild/standard:7.0" && project.hasDockerServer == false)
    #expect(
      project.variables == [
        ProjectVariable(name: "A", origin: .plaintext, value: "a"),
        ProjectVariable(name: "B", origin: .secretsManager, value: "shop/db:key"),
        ProjectVariable(name: "C", origin: .plaintext),
      ])
    #expect(project.buildspec == "ci/b.yml" && project.sourceType == "GITHUB")
    #expect(project.artifactsType == "S3" && project.overridesArtifactName == true)
    #expect(project.secondaryArtifacts == ["reports"] && project.secondarySources == [])
    #expect(project.cache == .local(keepsPaths: true) && project.isInVPC == false)
    #expect(project.allowsBatches == false)
    #expect(try read(text, "other").image == "i")
  }

  @Test func `templates in JSON are read as well`() throws {
    let project = try read(
      #"""
      {"Resources": {"P": {"Type": "AWS::CodeBuild::Project", "Properties": {
        "Environment": {"Fn::If": ["X", {"Image": "a"}, {"Image": "b"}]},
        "Cache": {"Type": "LOCAL", "Modes": ["LOCAL_SOURCE_CACHE"]},
        "Source": {"Type": "GITHUB", "BuildSpec": {"Fn::Sub": "x"}}}}}}
      """#)
    #expect(project.image == nil && project.isPrivileged == nil && project.variables == nil)
    #expect(project.hasFleet == nil && project.buildspec == nil)
    #expect(project.cache == .local(keepsPaths: false))
  }

  @Test(arguments: [
    ("", nil, "the file is empty"),
    ("{\"projects\": [", nil, "line 1, column 15: this is neither JSON nor YAML"),
    ("[1, 2]", nil, "no CodeBuild project in it: give the output of"),
    ("just text", nil, "no CodeBuild project in it"),
    ("Resources: {B: {Type: AWS::S3::Bucket}}", nil, "no CodeBuild project in it"),
    ("version: 0.2\nphases: {}\n", nil, "this is a buildspec, not a project"),
    (
      #"{"projects": [], "projectsNotFound": ["shp"]}"#, nil,
      "no project in it: AWS did not find `shp`"
    ),
    (
      "[{name: a, source: {}}, {name: b, source: {}}]", nil,
      "it holds 2 projects, name one as FILE#NAME: `a`, `b`"
    ),
    ("{name: shop, source: {}}", "shpo", "no project is called `shpo`: did you mean `shop`?"),
    ("{name: shop, source: {}}", "x", "no project is called `x`: it holds `shop`"),
  ])
  func `a file without the project says why`(
    _ text: String, _ name: String?, _ message: String
  ) {
    let fault = #expect(throws: ProjectFileFault.self) { try read(text, name) }
    #expect(fault?.message.hasPrefix(message) == true, "\(fault?.message ?? "")")
  }

  @Test(arguments: [
    ("aws/codebuild/standard:7.0", nil), ("aws/codebuild/amazonlinux2-x86_64-standard:5.0", nil),
    ("123456789012.dkr.ecr.eu-west-1.amazonaws.com/build:1", nil), ("ubuntu:24.04", nil),
    (
      "aws/codebuild/standrad:7.0",
      "AWS has no image of this name: did you mean `aws/codebuild/standard:7.0`?"
    ),
    (
      "standard:7.0",
      "AWS has no image of this name: did you mean `aws/codebuild/standard:7.0`?"
    ),
    (
      "aws/codebuild/solaris:11",
      "AWS has no image of this name, as far as this version knows"
    ),
    ("", "this is no name of an image"), ("a b", "this is no name of an image"),
  ])
  func `images of others are legal, unknown ones of AWS are not`(_ name: String, _ fault: String?) {
    #expect(ImageTable.fault(in: name) == fault)
  }

  private func read(_ text: String, _ name: String? = nil) throws -> BuildProject {
    try ProjectFile(SourceText(path: "p", text: text)).project(named: name)
  }
}
