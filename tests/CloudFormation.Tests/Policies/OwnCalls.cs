using System.Text.RegularExpressions;
using TestSupport;

namespace CloudFormation.Tests.Policies;

/// <summary>The calls of AWS that the automation's code makes, found by the requests that it creates, as the actions that IAM knows.</summary>
internal static partial class OwnCalls
{
    // Where IAM's action has another name than the call, or the request's name does not tell the service.
    private static readonly Dictionary<string, string[]> Special = new()
    {
        ["DeleteObjects"] = ["s3:DeleteObject", "s3:DeleteObjectVersion"],
        ["ListVersions"] = ["s3:ListBucketVersions"],
        ["ListObjectsV2"] = ["s3:ListBucket"],
        ["ListBuckets"] = ["s3:ListAllMyBuckets"],
        // Whoever has credentials may ask who they are.
        ["GetCallerIdentity"] = [],
    };

    /// <summary>The actions, each with a file that needs it.</summary>
    public static IReadOnlyList<(string Action, string File)> In(IReadOnlyCollection<string> folders, IReadOnlyCollection<string> knownActions) =>
    [
        .. from file in folders.SelectMany(folder => Directory.GetFiles(RepositoryRoot.Combine("build", folder), "*.cs", SearchOption.AllDirectories))
           let text = File.ReadAllText(file)
           from Match match in Request().Matches(text)
           from action in Actions(match.Groups["call"].Value, Services(text), knownActions)
           select (action, Path.GetFileName(file)),
    ];

    private static IEnumerable<string> Actions(string call, string[] services, IReadOnlyCollection<string> known)
    {
        if (Special.TryGetValue(call, out var special)) return special;
        var candidates = services.Select(service => $"{service}:{call}").ToList();
        var found = candidates.Where(known.Contains).ToList();
        // An action that no policy has is still an action: the first candidate stands for it, and fails the test by its name.
        return found.Count > 0 ? found : [.. candidates.Take(1)];
    }

    private static string[] Services(string text) => [.. Using().Matches(text).Select(match => match.Groups["service"].Value switch
    {
        "DynamoDBv2" => "dynamodb",
        "CloudWatchLogs" => "logs",
        "SimpleSystemsManagement" => "ssm",
        "SecurityToken" => "sts",
        var other => other.ToLowerInvariant(),
    })];

    [GeneratedRegex(@"\b(?<call>[A-Z][A-Za-z0-9]+)Request\b", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Request();

    [GeneratedRegex(@"^using Amazon\.(?<service>[A-Za-z0-9]+)\.Model;", RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Using();
}
