using System.Net;
using System.Security.Cryptography.X509Certificates;
using LoadTest.Wire.Http;

namespace LoadTest.Wire;

/// <summary>What the wire client may take, and how long.</summary>
public sealed record WireOptions
{
    /// <summary>Where the requests go: http or https.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>The region that signatures name.</summary>
    public required string Region { get; init; }

    /// <summary>How long name resolution and TCP may take together, and after them TLS.</summary>
    public required TimeSpan ConnectTimeout { get; init; }

    /// <summary>How long an answer may take, from the send to its last byte.</summary>
    public required TimeSpan RequestTimeout { get; init; }

    /// <summary>Asks for the addresses of the endpoint's name.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } = Dns.GetHostAddressesAsync;

    /// <summary>How much of an answer is taken.</summary>
    public ResponseLimits Limits { get; init; } = ResponseLimits.Default;

    /// <summary>Roots to trust instead of the system's. Certificates are verified in any case, and there is no way to switch that off.</summary>
    public X509Certificate2Collection? TrustedRoots { get; init; }
}
