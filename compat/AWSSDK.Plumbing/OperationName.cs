using Amazon.Runtime;

namespace Amazon.Plumbing;

/// <summary>
/// The name of an operation on the wire, which its request type carries: <c>DescribeStacksRequest</c> asks for DescribeStacks.
/// </summary>
internal static class OperationName
{
    private const string Suffix = "Request";

    public static string Of(AmazonWebServiceRequest request) => Of(request.GetType());

    public static string Of(Type request) => request.Name.EndsWith(Suffix, StringComparison.Ordinal)
        ? request.Name[..^Suffix.Length]
        : throw new ArgumentException($"{request.Name} is not named as a request.", nameof(request));
}
