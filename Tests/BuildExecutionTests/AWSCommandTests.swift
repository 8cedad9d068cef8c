import Testing

@testable import BuildExecution

/// What the AWS CLI says on standard error.
struct AWSCommandTests {
  private static let denied =
    "User: arn:aws:sts::1:assumed-role/r/s is not authorized to perform: ssm:GetParameters on "
    + "resource: arn:aws:ssm:eu-west-1:1:parameter/shop/token"

  @Test(arguments: [
    "\nAn error occurred (AccessDeniedException) when calling the GetParameters operation: ",
    "\naws: [ERROR]: An error occurred (AccessDeniedException) when calling the GetParameters operation: ",
    "\nAn error occurred (AccessDeniedException) when calling the GetParameters operation (reached max retries: 4): ",
  ])
  func `the service's own code and message are found`(start: String) {
    #expect(
      AWSCommand.refusal(in: start + Self.denied + "\n")
        == "AccessDeniedException: \(Self.denied)")
  }

  @Test(arguments: [
    "", "Unable to locate credentials. You can configure credentials by running \"aws configure\".",
    "Could not connect to the endpoint URL: \"http://127.0.0.1:1/\"", "An error occurred (X",
    "An error occurred (X) when calling the Y",
  ])
  func `other failures are not the service's`(text: String) {
    #expect(AWSCommand.refusal(in: text) == nil)
  }
}
