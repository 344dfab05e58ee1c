using Amazon.Plumbing.Errors;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.Plumbing.Query;

/// <summary>A service that speaks AWS Query: a form is sent, and XML comes back.</summary>
/// <param name="service">The name under which AWSSDK.Core logs its requests.</param>
/// <param name="version">The version of its API, a date; it is a field of every form.</param>
/// <param name="errors">Its exceptions.</param>
internal sealed class QueryProtocol(string service, string version, ErrorTypes errors)
{
    private readonly QueryRequestMarshaller _marshaller = new(service, version);

    /// <summary>How one call is written and read.</summary>
    public InvokeOptions Call<TResponse>()
        where TResponse : AmazonWebServiceResponse, new() =>
        new() { RequestMarshaller = _marshaller, ResponseUnmarshaller = new QueryResponseReader<TResponse>(errors) };
}
