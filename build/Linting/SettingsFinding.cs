using System.Text.RegularExpressions;
using LoadTest.Configuration.Problems;

namespace Build.Linting;

/// <summary>A problem with the settings, as a finding.</summary>
internal static partial class SettingsFinding
{
    /// <summary>One line that begins with the problem's place: <c>parameters.json:7: LT0113 ...; fix: ...</c></summary>
    public static string Line(Problem problem)
    {
        var place = FileAndLine().Replace(problem.Origin ?? "settings", "${file}:${line}");
        return $"{place}: {problem.Code} {problem.What}; fix: {problem.Fix}";
    }

    // "parameters.json line 7, column 3", also as one of several places.
    [GeneratedRegex(@"(?<file>\S+) line (?<line>\d+)(, column \d+)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FileAndLine();
}
