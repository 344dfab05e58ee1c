using System.Text.RegularExpressions;

namespace StandIns.Authorization.Policies;

/// <summary>Policy variables: <c>${aws:PrincipalAccount}</c> in a resource or a condition is what the request has.</summary>
internal static partial class Variables
{
    /// <summary>The text with its variables filled in. A variable that the request lacks fits nothing.</summary>
    public static string Replace(string text, IReadOnlyDictionary<string, string> context) => !text.Contains('$', StringComparison.Ordinal)
        ? text
        : Variable().Replace(text, match => match.Groups["name"].Value switch
        {
            "*" or "?" or "$" => match.Groups["name"].Value,
            var name => context.GetValueOrDefault(name) ?? "\0",
        });

    [GeneratedRegex(@"\$\{(?<name>[^}]+)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Variable();
}
