using Amazon.Plumbing.Errors;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.Plumbing.Json;

/// <summary>A service that speaks AWS JSON 1.1.</summary>
/// <param name="service">The name under which AWSSDK.Core logs its requests.</param>
/// <param name="version">The version of its API, a date.</param>
/// <param name="targetPrefix">What stands before the operation in the header <c>X-Amz-Target</c>.</param>
/// <param name="errors">Its exceptions.</param>
internal sealed class JsonProtocol(string service, string version, string targetPrefix, ErrorTypes errors)
{
    private readonly JsonRequestMarshaller _marshaller = new(service, version, targetPrefix);

    /// <summary>How one call is written and read.</summary>
    public InvokeOptions Call<TResponse>()
        where TResponse : AmazonWebServiceResponse, new() =>
        new() { RequestMarshaller = _marshaller, ResponseUnmarshaller = new JsonResponseReader<TResponse>(errors) };
}
