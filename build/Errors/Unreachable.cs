using System.Net.Sockets;
using System.Security.Authentication;
using Amazon;
using Build.Aws;
using LoadTest.Configuration.Options;
using LoadTest.Configuration.Problems;

namespace Build.Errors;

/// <summary>A call that got no answer: the name, the network, a proxy or a certificate is in the way.</summary>
internal static class Unreachable
{
    private static readonly string[] ProxyVariables = ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"];

    /// <summary>What helps against a proxy or firewall that answers itself.</summary>
    public static string AskTheProxy => Proxy is { } proxy
        ? $"ask whoever runs the proxy that {proxy} names to let AWS through, or go without it: unset {proxy}"
        : "ask whoever runs the network to let AWS through; behind a proxy: export HTTPS_PROXY=http://HOST:PORT";

    public static Problem Explain(Exception failure, string doing, AwsLogin? login)
    {
        var place = Endpoints.Given is { } endpoint ? $"{endpoint.Address} of {endpoint.Variable}" : "AWS";
        return new Problem(
            ErrorCodes.AwsUnreachable, $"cannot {doing}: {place} is not reachable: {LoginProblems.OneLine(Causes.Of(failure).Last().Message)}", login?.Who, Fix(failure, login));
    }

    private static string? Proxy => Array.Find(ProxyVariables, name => Environment.GetEnvironmentVariable(name) is { Length: > 0 });

    private static string Fix(Exception failure, AwsLogin? login)
    {
        if (Endpoints.Given is { } endpoint) return $"start the server there, or reach AWS itself: unset {endpoint.Variable}";
        if (login is not null && IsUnknown(login.Region, out var nearest))
            return $"there is no region {login.Region.SystemName} that the AWS SDK knows; {(nearest is null ? "give another one with --region" : $"did you mean --region={nearest}?")}";
        if (Causes.Of(failure).Any(cause => cause is AuthenticationException))
            return "a proxy or firewall presents a certificate of its own; let .NET trust it: export SSL_CERT_FILE=/path/to/the/bundle.pem";
        if (Proxy is { } proxy) return $"check the proxy that {proxy} names, or go without it: unset {proxy}";
        return Causes.Of(failure).OfType<SocketException>().Any(socket => socket.SocketErrorCode is SocketError.HostNotFound or SocketError.TryAgain)
            ? "check the network and its name server; behind a proxy: export HTTPS_PROXY=http://HOST:PORT"
            : "check the network and firewall; behind a proxy: export HTTPS_PROXY=http://HOST:PORT";
    }

    // The SDK makes up an endpoint for a name that it does not know, and says so in its display name.
    private static bool IsUnknown(RegionEndpoint region, out string? nearest)
    {
        nearest = NearestName.Of(region.SystemName, RegionEndpoint.EnumerableAllRegions.Where(IsKnown).Select(one => one.SystemName));
        return !IsKnown(region);

        static bool IsKnown(RegionEndpoint one) => one.DisplayName != "Unknown";
    }
}
