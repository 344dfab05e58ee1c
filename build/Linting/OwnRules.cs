using Build.Templates.Reading;
using Build.Templates.Rules;

namespace Build.Linting;

/// <summary>The project's own rules, asked about the folder cloudformation/.</summary>
public sealed class OwnRules(BuildPaths paths)
{
    /// <summary>
    /// Every finding, as <c>file:line: name: sentence [rule]</c>, the file as seen from the repository's folder; each file in its turn.
    /// </summary>
    public IReadOnlyList<string> Check()
    {
        var reading = TemplateReading.Of(paths.Templates);
        var findings = TemplateRules.For(reading)
            .SelectMany(rule => rule.Check(reading.Readable).Select(finding => (Finding: finding, Text: $"{finding} [{rule}]")));
        return
        [
            .. reading.Findings.Select(finding => (Finding: finding, Text: finding.ToString())).Concat(findings)
                .OrderBy(found => found.Finding.File, StringComparer.Ordinal).ThenBy(found => found.Finding.Line)
                .Select(found => $"{Path.GetFileName(paths.Templates)}/{found.Text}"),
        ];
    }
}
