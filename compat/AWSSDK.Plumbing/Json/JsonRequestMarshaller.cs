using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Util;

namespace Amazon.Plumbing.Json;

/// <summary>Writes a request as JSON. It runs once a call, before the first attempt, so that retries repeat the same bytes.</summary>
internal sealed class JsonRequestMarshaller(string service, string version, string targetPrefix)
    : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public IRequest Marshall(AmazonWebServiceRequest input) => new DefaultRequest(input, service)
    {
        HttpMethod = "POST",
        ResourcePath = "/",
        Content = JsonShapes.Write(input),
        Headers =
        {
            ["X-Amz-Target"] = $"{targetPrefix}.{OperationName.Of(input)}",
            [HeaderKeys.ContentTypeHeader] = "application/x-amz-json-1.1",
            [HeaderKeys.XAmzApiVersion] = version,
        },
    };
}
