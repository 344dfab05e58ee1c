using System.Net;
using System.Xml;
using System.Xml.Linq;
using Amazon.Plumbing.Errors;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Plumbing.Query;

/// <summary>
/// Reads an answer in XML: the response inside <c>{Operation}Result</c> with its request id, or the exception for its error code.
/// </summary>
internal sealed class QueryResponseReader<TResponse>(ErrorTypes errors) : XmlResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse, new()
{
    public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext input)
    {
        using var reader = XmlReader.Create(input.Stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        var answer = XElement.Load(reader);
        var result = answer.Elements().FirstOrDefault(element => element.Name.LocalName.EndsWith("Result", StringComparison.Ordinal));
        var response = result is null ? new TResponse() : (TResponse)XmlShapes.Read(typeof(TResponse), result);
        response.ResponseMetadata = new ResponseMetadata
        {
            RequestId = answer.Descendants().LastOrDefault(element => element.Name.LocalName == "RequestId")?.Value
                ?? input.ResponseData?.GetHeaderValue("x-amzn-RequestId"),
        };
        return response;
    }

    public override AmazonServiceException UnmarshallException(
        XmlUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var error = XmlErrorResponseUnmarshaller.GetInstance().Unmarshall(input);
        error.InnerException = innerException;
        error.StatusCode = statusCode;
        return errors.Create(error);
    }
}
