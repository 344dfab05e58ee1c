using System.Text;
using LoadTest.Operations;
using LoadTest.Wire.Signing;

namespace LoadTest.Wire;

/// <summary>
/// Compares this machine's clock with the server's, by the date of the answer to a request that asks for nothing: DynamoDB answers
/// <c>GET /</c> without a signature. A server that does not is left alone.
/// </summary>
internal static class ClockCheck
{
    /// <summary>Sends the request over a connection that no lane uses yet.</summary>
    /// <returns>Whether the clock is corrected from now on.</returns>
    public static async Task<bool> CompareAsync(WireConnection connection, Uri endpoint, ServerClock clock, CancellationToken stop)
    {
        if (await connection.EnsureOpenAsync(stop) != Category.Success) return false;
        connection.Response.WantsDate = true;
        var request = Encoding.ASCII.GetBytes($"GET / HTTP/1.1\r\nhost: {endpoint.Authority}\r\n\r\n");
        var exchange = await connection.ExchangeAsync(request);
        connection.Response.WantsDate = false;
        return exchange == Exchange.Complete && connection.Response.Date is { } date && clock.Observe(date);
    }
}
