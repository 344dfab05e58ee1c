using System.Text;
using Microsoft.AspNetCore.Http;
using StandIns.Wire;

namespace StandIns.Authorization;

/// <summary>Sends answers through ASP.NET Core.</summary>
internal static class WireAnswers
{
    public static async Task SendAsync(WireAnswer answer, HttpResponse response, CancellationToken cancel)
    {
        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        response.Headers["x-amzn-RequestId"] = WireAnswer.RequestId;
        foreach (var (name, value) in answer.Headers) response.Headers[name] = value;
        var bytes = Encoding.UTF8.GetBytes(answer.Body);
        response.ContentLength = bytes.Length;
        if (response.HttpContext.Request.Method != "HEAD") await response.Body.WriteAsync(bytes, cancel);
    }
}
