import ImageDefinitions
import Testing

/// Names of images.
@Suite struct ImageReferenceTests {
  @Test func `a name has a registry, a path, a tag and a digest`() throws {
    let digest = "sha256:" + String(repeating: "a1", count: 32)
    let image = try ImageReference("registry.example.org:5000/team/web__app:1.2-rc@\(digest)")
    #expect(image.registry == "registry.example.org:5000")
    #expect(image.path == "team/web__app")
    #expect(image.tag == "1.2-rc")
    #expect(image.digest == digest)
  }

  @Test(arguments: [
    "nginx", "nginx:1", "library/nginx", "localhost/web", "localhost:5000/web:a", "[::1]:5000/web",
    "111122223333.dkr.ecr.eu-west-1.amazonaws.com/web:abc1234", "public.ecr.aws/nginx/nginx:1.27",
    "a.b-c/d.e/f--g/h_i:_x", "Registry/web",
  ])
  func `names that Docker takes`(_ text: String) throws {
    let image = try ImageReference(text)
    #expect(image.digest == nil)
  }

  @Test func `the first part is a registry only when it could be no path`() throws {
    #expect(try ImageReference("team/web").registry == nil)
    #expect(try ImageReference("team/web").path == "team/web")
    #expect(try ImageReference("host.local/web").registry == "host.local")
    #expect(try ImageReference("web:5000").tag == "5000")
  }

  @Test(arguments: [
    ("", "is empty"), ("$REPO:1", "holds a `$`"), ("https://x.org/web", "starts like a URL"),
    ("web :1", "holds a blank or a line break"), ("web:", "has an empty tag"),
    ("/web:1", "starts with `/`"), ("x.org/", "has an empty part in its path"),
    ("x.org//web", "has an empty part in its path"),
    ("Web", "has capital letters in its path `Web`"),
    ("a/-b", "has `-b` in its path"), ("a/b..c", "has `b..c` in its path"),
    ("web:a+b", "has the tag `a+b`"), ("web:-a", "has the tag `-a`"),
    ("x.org:80a/web", "has the port `80a`, which is no number"),
    ("-x.org/web", "has the registry `-x.org`, which is no host name"),
    ("web@sha256:12", "has the digest `sha256:12`"), ("web@", "has the digest ``"),
    ("<IMAGE1_NAME>", "holds `<`"),
  ])
  func `names that Docker does not take`(_ text: String, _ words: String) {
    #expect(fault(text)?.words == words)
  }

  @Test func `tags and names have a longest length`() {
    #expect(fault("web:" + String(repeating: "a", count: 128)) == nil)
    #expect(fault("web:" + String(repeating: "a", count: 129)) != nil)
    #expect(fault(String(repeating: "a", count: 255)) != nil)
  }

  private func fault(_ text: String) -> ImageReferenceFault? {
    do {
      _ = try ImageReference(text)
      return nil
    } catch { return error }
  }
}
