using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace StandIns.Ecr;

/// <summary>A request of the registry's protocol, as ECR names it.</summary>
/// <param name="Repository">The repository.</param>
/// <param name="Action">The permission that it needs.</param>
/// <param name="Tag">The tag that it would write; null where it writes none.</param>
internal sealed partial record RegistryCall(string Repository, string Action, string? Tag)
{
    /// <summary>Whether it is part of a push.</summary>
    public bool Writes => Action is not ("ecr:BatchGetImage" or "ecr:GetDownloadUrlForLayer" or "ecr:ListImages");

    /// <summary>Reads a request; null where it is about no repository.</summary>
    public static RegistryCall? Of(HttpRequest request)
    {
        var match = Place().Match(request.Path.Value ?? "");
        if (!match.Success) return null;
        var (kind, reference) = (match.Groups["kind"].Value, match.Groups["reference"].Value);
        var isPut = HttpMethods.IsPut(request.Method);
        return new RegistryCall(
            match.Groups["repository"].Value,
            "ecr:" + NameOf(request.Method, kind),
            isPut && kind == "manifests" && !reference.Contains(':', StringComparison.Ordinal) ? reference : null);
    }

    private static string NameOf(string method, string kind) => (kind, method) switch
    {
        ("manifests", "PUT") => "PutImage",
        ("manifests", _) => "BatchGetImage",
        ("tags", _) => "ListImages",
        ("blobs", "HEAD") => "BatchCheckLayerAvailability",
        ("blobs", _) => "GetDownloadUrlForLayer",
        (_, "POST") => "InitiateLayerUpload",
        (_, "PUT") => "CompleteLayerUpload",
        _ => "UploadLayerPart",
    };

    [GeneratedRegex("^/v2/(?<repository>.+)/(?<kind>manifests|blobs/uploads|blobs|tags)/(?<reference>.*)$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();
}
