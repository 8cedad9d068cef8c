import Diagnostics
import ImageDefinitions
import Testing

/// The files that are written.
@Suite struct ImageFileDocumentTests {
  @Test func `what is written passes the check`() throws {
    let images = [
      ContainerImage(argument: "web=x.org/web:1"), ContainerImage(argument: "side=y:2"),
    ]
    let document = try ImageFileDocument(images, kind: .definitions)
    #expect(
      document.text == """
        [
          {"name": "web", "imageUri": "x.org/web:1"},
          {"name": "side", "imageUri": "y:2"}
        ]

        """)
    #expect(check(document) == [])
    let detail = try ImageFileDocument([ContainerImage(argument: "x.org/web:1")], kind: .detail)
    #expect(detail.text == "{\"ImageURI\": \"x.org/web:1\"}\n")
    #expect(check(detail) == [])
  }

  @Test(arguments: [
    ([], "no image is named"),
    (["web"], "`web` has no container: write NAME=URI"),
    (["=a:1"], "`` is no name of a container"),
    (["a b=a:1"], "`a b` is no name of a container"),
    (["web=a:1", "web=b:1"], "the container `web` is named twice"),
    (["web=a:"], "the image `a:` has an empty tag: a variable in it may have been empty"),
    (["web="], "the image `` is empty"),
  ])
  func `what cannot be right is not written`(_ arguments: [String], _ words: String) {
    let images = arguments.map { ContainerImage(argument: $0) }
    #expect(problem(images, .definitions)?.hasPrefix(words) == true)
  }

  @Test func `a detail has one image and no need of a container`() {
    let image = ContainerImage(argument: "a:1")
    #expect(problem([image], .detail) == nil)
    #expect(problem([image, image], .detail) == "imageDetail.json names one image, not 2")
    #expect(problem([ContainerImage(argument: "web=a:1")], .detail) == nil)
  }

  @Test func `a tag that moves is a notice`() throws {
    for (uri, count) in [("a", 1), ("a:latest", 1), ("a:1", 0)] {
      let document = try ImageFileDocument(
        [ContainerImage(container: "web", uri: uri)], kind: .definitions)
      #expect(document.notices.count == count)
    }
  }

  @Test func `too many images make too large a file`() {
    let images = (0..<2_000).map {
      ContainerImage(container: "c\($0)", uri: "registry.example.org/team/application:tag-\($0)")
    }
    #expect(problem(images, .definitions)?.contains("100 KB") == true)
  }

  private func problem(_ images: [ContainerImage], _ kind: ImageFileKind) -> String? {
    do {
      _ = try ImageFileDocument(images, kind: kind)
      return nil
    } catch { return error.description }
  }

  private func check(_ document: ImageFileDocument) -> [Diagnostic] {
    let source = SourceText(path: document.kind.rawValue, text: document.text)
    return ImageFileChecker.check(source).findings
  }
}
