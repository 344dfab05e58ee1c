using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Plumbing.Query;

/// <summary>Writes a request as the fields of a form; AWSSDK.Core encodes and signs them.</summary>
internal sealed class QueryRequestMarshaller(string service, string version) : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, service);
        request.Parameters.Add("Action", OperationName.Of(input));
        request.Parameters.Add("Version", version);
        foreach (var (name, value) in QueryForm.FieldsOf(input)) request.Parameters.Add(name, value);
        return request;
    }
}
