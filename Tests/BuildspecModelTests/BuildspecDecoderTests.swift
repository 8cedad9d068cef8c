import BuildspecModel
import Diagnostics
import TestSupport
import Testing

@Suite struct BuildspecDecoderTests {
  @Test func `every section is read with its places`() throws {
    let marked = MarkedText(
      """
      version: «0.2»
      run-as: builder
      env:
        shell: bash
        variables:
          A: «'1'»
          EMPTY:
        parameter-store:
          P: /app/p
        secrets-manager:
          S: id:key:AWSCURRENT
        exported-variables: A
        git-credential-helper: yes
      proxy:
        upload-artifacts: no
        logs: "yes"
      """)
    let spec = decode(marked.text)
    #expect(spec.version == Located("0.2", at: marked.ranges[0]))
    #expect(spec.runAs?.value == "builder")
    let env = try #require(spec.env)
    #expect(env.shell?.value == "bash")
    #expect(env.variables.map(\.name.value) == ["A", "EMPTY"])
    #expect(env.variables.map(\.value.value) == ["1", ""])
    #expect(env.variables[0].value.range == marked.ranges[1])
    #expect(env.parameterStore.map(\.value.value) == ["/app/p"])
    #expect(env.secretsManager.map(\.value.value) == ["id:key:AWSCURRENT"])
    #expect(env.exportedVariables.map(\.value) == ["A"])
    #expect(env.gitCredentialHelper?.value == true)
    #expect(spec.proxy?.uploadArtifacts?.value == false)
    #expect(spec.proxy?.logs?.value == true)
  }

  @Test func `phases keep the order of the file and the index of each command`() throws {
    let spec = decode(
      """
      version: 0.2
      phases:
        build:
          on-failure: Retry-3-.*timed out.*
          run-as: root
          commands:
            - make
            -
            - |
              one
              two
          finally: echo done
        install:
          runtime-versions:
            python: 3.10
            java: corretto21
      """)
    #expect(spec.phases.map(\.name) == [.build, .install])
    let build = try #require(spec.phase(.build))
    #expect(build.commands?.map(\.text) == ["make", "one\ntwo\n"])
    #expect(build.commands?.map(\.index) == [0, 2])
    #expect(build.finally?.map(\.text) == ["echo done"])
    #expect(spec.phase(.install)?.runtimeVersions.map(\.version.value) == ["3.10", "corretto21"])
    #expect(spec.phase(.install)?.commands == nil)
    #expect(spec.phase(.postBuild) == nil)
  }

  @Test func `artifacts, reports and cache are read`() throws {
    let spec = decode(
      """
      version: 0.2
      artifacts:
        files: app.jar
        name: app-$(date +%F)
        discard-paths: yes
        base-directory: target*
        exclude-paths: ['**/*.tmp']
        enable-symlinks: no
        s3-prefix: builds
        secondary-artifacts:
          docs: {files: [a, b]}
      reports:
        unit: {files: ['*.xml'], file-format: JUNITXML, base-directory: out, discard-paths: no}
      cache:
        paths: [/root/.m2/**/*]
        key: k
        fallback-keys: [a, b]
        action: restore
      """)
    let primary = try #require(spec.artifacts?.primary)
    #expect(primary.files?.map(\.value) == ["app.jar"])
    #expect(primary.baseDirectory?.value == "target*")
    #expect(primary.excludePaths.map(\.value) == ["**/*.tmp"])
    #expect(primary.discardPaths?.value == true)
    #expect(spec.artifacts?.secondary.map(\.identifier.value) == ["docs"])
    #expect(spec.artifacts?.secondary.first?.set.files?.map(\.value) == ["a", "b"])
    #expect(spec.reports.map(\.fileFormat?.value) == ["JUNITXML"])
    #expect(spec.cache?.fallbackKeys.map(\.value) == ["a", "b"])
  }

  @Test func `all four kinds of batch are read`() throws {
    let batch = try #require(
      decode(
        """
        version: 0.2
        batch:
          fast-fail: false
          build-list:
            - identifier: one
              buildspec: one.yml
              ignore-failure: true
              debug-session: true
          build-graph:
            - identifier: two
              depend-on: [one]
              env:
                compute-type: BUILD_GENERAL1_SMALL
                image: i
                type: LINUX_CONTAINER
                privileged-mode: true
                variables: {K: v}
          build-matrix:
            static: {ignore-failure: true, env: {type: LINUX_CONTAINER, privileged-mode: no}}
            dynamic:
              buildspec: [a.yml, b.yml]
              env: {image: [i, j], compute-type: [c], variables: {V: [1, 2, 3]}}
          build-fanout: {parallelism: 5, ignore-failure: false}
        """
      ).batch)
    #expect(batch.fastFail?.value == false)
    #expect(batch.builds.map(\.identifier?.value) == ["one", "two"])
    #expect(batch.graph?.first?.dependsOn.map(\.value) == ["one"])
    #expect(batch.graph?.first?.env?.variables.map(\.value.value) == ["v"])
    #expect(batch.matrix?.variables.first?.values.map(\.value) == ["1", "2", "3"])
    #expect(batch.matrix?.staticEnvironment?.privilegedMode?.value == false)
    #expect(batch.fanout?.parallelism?.value == "5")
  }

  @Test func `version 0_1 keeps its variables under another name`() {
    let spec = decode(
      """
      version: 0.1
      environment_variables:
        plaintext:
          STAGE: test
      phases:
        build:
          commands: [make]
      """)
    #expect(spec.isVersion01)
    #expect(spec.env?.variables.map(\.value.value) == ["test"])
  }

  @Test(arguments: [
    "version: [1]\nphases: 3\nenv: x\nartifacts: []\ncache: 1\nbatch: z\nreports: no\n",
    "phases:\n  build: [a]\n", "phases:\n  build:\n    commands:\n      a: b\n", "- 1\n", "text\n",
    "env:\n  variables: [A, B]\n", "batch:\n  build-graph:\n    a: b\n",
  ])
  func `wrong kinds are left out and never trap`(_ text: String) {
    let spec = decode(text)
    #expect(spec.phases.allSatisfy { ($0.commands ?? []).isEmpty })
  }

  private func decode(_ text: String) -> Buildspec {
    BuildspecFile(source: SourceText(path: "buildspec.yml", text: text)).buildspec
  }
}
