using System.Net;
using System.Text;

namespace Compat.Tests.Wire;

/// <summary>An answer as it goes over the wire.</summary>
internal sealed record WireAnswer(int Status, string ContentType, string Body)
{
    public const string RequestId = "4f7c2d1e-0000-4000-8000-000000000001";

    public static WireAnswer Json(string body, int status = 200) => new(status, "application/x-amz-json-1.1", body);

    /// <summary>An error of a JSON service.</summary>
    public static WireAnswer JsonError(string code, string message, int status = 400) =>
        Json($$"""{"__type": "{{code}}", "message": "{{message}}"}""", status);

    /// <summary>What stands inside a result of a Query service.</summary>
    public static WireAnswer Xml(string operation, string result = "") => new(200, "text/xml", $"""
        <{operation}Response xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/">
          <{operation}Result>{result}</{operation}Result>
          <ResponseMetadata><RequestId>{RequestId}</RequestId></ResponseMetadata>
        </{operation}Response>
        """);

    /// <summary>An error of a Query service.</summary>
    public static WireAnswer XmlError(string code, string message, int status = 400) => new(status, "text/xml", $"""
        <ErrorResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/">
          <Error><Type>Sender</Type><Code>{code}</Code><Message>{message}</Message></Error>
          <RequestId>{RequestId}</RequestId>
        </ErrorResponse>
        """);

    public async Task SendAsync(HttpListenerResponse response)
    {
        response.StatusCode = Status;
        response.ContentType = ContentType;
        response.Headers["x-amzn-RequestId"] = RequestId;
        var bytes = Encoding.UTF8.GetBytes(Body);
        response.ContentLength64 = bytes.Length;
        await response.OutputStream.WriteAsync(bytes);
        response.Close();
    }
}
