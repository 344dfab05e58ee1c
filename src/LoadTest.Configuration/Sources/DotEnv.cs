using System.Text.RegularExpressions;

namespace LoadTest.Configuration.Sources;

/// <summary>A line of a .env file. The value is null where the line is no KEY=VALUE; what it holds is then never shown.</summary>
internal sealed record DotEnvLine(int Number, string Key, string? Value);

/// <summary>
/// Reads .env text: KEY=VALUE lines, <c>export</c> in front, comments, single quotes (as they stand) and double quotes (with
/// \n, \t, \", \\).
/// Dollar signs are ordinary; a value ends with its line.
/// </summary>
internal static partial class DotEnv
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Timeout = 1000;

    public static IEnumerable<DotEnvLine> Read(string text)
    {
        var number = 0;
        foreach (var raw in text.TrimStart('\uFEFF').Split('\n'))
        {
            number++;
            var line = raw.Trim();
            if (line.Length == 0 || line[0] == '#') continue;
            var match = Assignment().Match(line);
            yield return match.Success
                ? new DotEnvLine(number, match.Groups["key"].Value, Value(match.Groups["rest"].Value))
                : new DotEnvLine(number, "", null);
        }
    }

    private static string? Value(string rest)
    {
        if (rest.Length == 0 || rest[0] is not ('"' or '\'')) return WithoutComment(rest);
        var quoted = (rest[0] == '"' ? DoubleQuoted() : SingleQuoted()).Match(rest);
        if (!quoted.Success) return null;
        var inner = quoted.Groups["inner"].Value;
        return rest[0] == '"' ? Escape().Replace(inner, Unescape) : inner;
    }

    // A # starts a comment only after a blank: values such as a#b are whole.
    private static string WithoutComment(string rest)
    {
        for (var i = 0; i < rest.Length; i++)
        {
            if (rest[i] == '#' && (i == 0 || char.IsWhiteSpace(rest[i - 1]))) return rest[..i].TrimEnd();
        }

        return rest;
    }

    private static string Unescape(Match match) => match.Value[1] switch
    {
        'n' => "\n",
        'r' => "\r",
        't' => "\t",
        '"' or '\\' or '$' => match.Value[1..],
        _ => match.Value,
    };

    [GeneratedRegex(@"\A(export\s+)?(?<key>[A-Za-z_][A-Za-z0-9_.-]*)\s*=\s*(?<rest>.*)\z", Options, Timeout)]
    private static partial Regex Assignment();

    [GeneratedRegex("""\A"(?<inner>([^"\\]|\\.)*)"\s*(#.*)?\z""", Options, Timeout)]
    private static partial Regex DoubleQuoted();

    [GeneratedRegex(@"\A'(?<inner>[^']*)'\s*(#.*)?\z", Options, Timeout)]
    private static partial Regex SingleQuoted();

    [GeneratedRegex(@"\\.", Options, Timeout)]
    private static partial Regex Escape();
}
