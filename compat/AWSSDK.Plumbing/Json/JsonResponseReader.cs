using System.Net;
using Amazon.Plumbing.Errors;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Plumbing.Json;

/// <summary>Reads an answer in JSON: the response, or the exception for its error code. AWSSDK.Core fills in the request id.</summary>
internal sealed class JsonResponseReader<TResponse>(ErrorTypes errors) : JsonResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse, new()
{
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input) => JsonShapes.Read<TResponse>(input.Stream);

    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var reader = new StreamingUtf8JsonReader(input.Stream);
        var error = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(input, ref reader);
        error.InnerException = innerException;
        error.StatusCode = statusCode;
        return errors.Create(error);
    }
}
