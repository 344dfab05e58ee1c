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

    public static Problem Explain(Exception failure, string doing, AwsLogin? login)
    {
        var cause = Causes.Of(failure).Last();
        var who = login is null ? "" : $" ({login.Who})";
        return new Problem(
            ErrorCodes.AwsUnreachable, $"cannot {doing}: {Endpoint} is not reachable: {LoginProblems.OneLine(cause.Message)}{who}", Origin, Fix(failure, login));
    }

    private static string Endpoint => Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL") ?? "AWS";

    private static string? Origin => Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL") is null ? null : "AWS_ENDPOINT_URL";

    private static string Fix(Exception failure, AwsLogin? login)
    {
        if (Origin is not null) return "start the server there, or reach AWS itself: unset AWS_ENDPOINT_URL";
        if (login is not null && IsUnknown(login.Region, out var nearest))
            return $"there is no region {login.Region.SystemName} that the AWS SDK knows; {(nearest is null ? "give another --region" : $"did you mean --region={nearest}?")}";
        if (Causes.Of(failure).Any(cause => cause is AuthenticationException))
            return "a proxy or firewall presents a certificate of its own; let .NET trust it: export SSL_CERT_FILE=/path/to/the/bundle.pem";
        if (Array.Find(ProxyVariables, name => Environment.GetEnvironmentVariable(name) is { Length: > 0 }) is { } proxy)
            return $"check the proxy that {proxy} names, or go without it: unset {proxy}";
        return Causes.Of(failure).OfType<SocketException>().Any(socket => socket.SocketErrorCode is SocketError.HostNotFound or SocketError.TryAgain)
            ? "check the network and its name server; behind a proxy: export HTTPS_PROXY=http://HOST:PORT"
            : "check the network and firewall; behind a proxy: export HTTPS_PROXY=http://HOST:PORT";
    }

    private static bool IsUnknown(RegionEndpoint region, out string? nearest)
    {
        var known = RegionEndpoint.EnumerableAllRegions.Select(one => one.SystemName).ToList();
        nearest = NearestName.Of(region.SystemName, known);
        return !known.Contains(region.SystemName);
    }
}
