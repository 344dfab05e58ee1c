using Microsoft.AspNetCore.Http.Features;

namespace LocalDynamo.Http;

/// <summary>What a browser or a health check gets: a line of text that says who is here.</summary>
internal static class HealthAnswer
{
    private static readonly byte[] Text = "healthy: LocalDynamo\n"u8.ToArray();

    public static async Task WriteAsync(IFeatureCollection context)
    {
        var response = context.GetRequiredFeature<IHttpResponseFeature>();
        response.StatusCode = 200;
        response.Headers.ContentType = "text/plain; charset=utf-8";
        response.Headers.ContentLength = Text.Length;
        if (context.GetRequiredFeature<IHttpRequestFeature>().Method == "HEAD") return;
        await context.GetRequiredFeature<IHttpResponseBodyFeature>().Writer.WriteAsync(Text);
    }
}
