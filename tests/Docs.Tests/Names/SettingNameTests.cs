using System.Text.RegularExpressions;
using Docs.Tests.Pages;
using LoadTest.Configuration.Options;
using LoadTest.Configuration.Sources;
using Newtonsoft.Json.Linq;
using TestSupport;

namespace Docs.Tests.Names;

/// <summary>Settings that a page names exist.</summary>
public sealed partial class SettingNameTests
{
    private static readonly string[] Folders = ["src", "build", "compat", "cloudformation", "tests", ".github", ".ci", "benchmarks"];
    private static readonly string[] Endings = [".cs", ".yaml", ".yml", ".json", ".sh", ".ps1", ".props", ".csproj", ".py", ".mjs", ".txt", "run"];

    private static IEnumerable<Block> ParameterFiles => Page.All.SelectMany(page => page.Blocks).Where(block => block.Language == "json" && IsParameterFile(block.Text));

    [Test]
    public void Every_parameter_file_that_is_shown_can_be_used()
    {
        using var folder = new TemporaryFolder();
        var flaws = new List<string>();
        foreach (var block in ParameterFiles)
        {
            folder.Write("parameters.dev.json", block.Text);
            var read = SettingsReader.Read(new SettingsInput { Folder = folder.Path });
            flaws.AddRange(read.Problems.Concat(read.Warnings).Select(problem => $"{block}: {problem}"));
        }

        Findings.None(flaws);
    }

    // A name that was changed or taken away stands nowhere else any more.
    [Test]
    public void Every_name_in_back_quotes_is_used_somewhere()
    {
        var known = Names();
        var unknown =
            from page in Page.All
            from span in page.Spans
            where Name().IsMatch(span.Text) && !known.Contains(span.Text)
            select span.ToString();
        Findings.None(unknown);
    }

    private static HashSet<string> Names() => Folders.SelectMany(folder => Directory.EnumerateFiles(RepositoryRoot.Combine(folder), "*", SearchOption.AllDirectories))
        .Where(file => !file.Contains("node_modules", StringComparison.Ordinal) && Endings.Any(ending => file.EndsWith(ending, StringComparison.Ordinal)))
        .Append(RepositoryRoot.Combine("Dockerfile"))
        .SelectMany(file => Word().Matches(File.ReadAllText(file)).Select(match => match.Value)).Concat(KnownOptions.All.SelectMany(option => option.EnvironmentVariables)).ToHashSet(StringComparer.Ordinal);

    private static bool IsParameterFile(string json) =>
        JToken.Parse(json) is JObject root && (root.ContainsKey("Parameters") || (!root.ContainsKey("Statement") && root.Properties().All(member => char.IsUpper(member.Name[0]))));

    // ExpectedAccountId, AWS_PROFILE; not S3 or LT0301.
    [GeneratedRegex("^(?:[A-Z][a-z]+(?:[A-Z0-9]+[a-z]*)+|[A-Z]+(?:_[A-Z0-9]+)+)$", RegexOptions.NonBacktracking)]
    private static partial Regex Name();

    [GeneratedRegex(@"[A-Za-z_]\w*", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
