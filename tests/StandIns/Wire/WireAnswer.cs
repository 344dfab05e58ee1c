using System.Net;
using System.Text;
using System.Text.Json;

namespace StandIns.Wire;

/// <summary>An answer as it goes over the wire.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">The type of the body.</param>
/// <param name="Body">The body.</param>
public sealed record WireAnswer(int Status, string ContentType, string Body)
{
    /// <summary>The request id that every answer carries.</summary>
    public const string RequestId = "4f7c2d1e-0000-4000-8000-000000000001";

    /// <summary>More headers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>How long the client waits for it.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>What a JSON service says.</summary>
    public static WireAnswer Json(string body, int status = 200) => new(status, "application/x-amz-json-1.1", body);

    /// <summary>An error of a JSON service.</summary>
    public static WireAnswer JsonError(string code, string message, int status = 400) =>
        Json(JsonSerializer.Serialize(new Dictionary<string, string> { ["__type"] = code, ["message"] = message }), status);

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
          <Error><Type>Sender</Type><Code>{code}</Code><Message>{WebUtility.HtmlEncode(message)}</Message></Error>
          <RequestId>{RequestId}</RequestId>
        </ErrorResponse>
        """);

    internal async Task SendAsync(HttpListenerResponse response)
    {
        await Task.Delay(Delay);
        response.StatusCode = Status;
        response.ContentType = ContentType;
        response.Headers["x-amzn-RequestId"] = RequestId;
        foreach (var (name, value) in Headers) response.Headers[name] = value;
        var bytes = Encoding.UTF8.GetBytes(Body);
        response.ContentLength64 = bytes.Length;
        await response.OutputStream.WriteAsync(bytes);
        response.Close();
    }
}
