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
        var unknown = Page.All.SelectMany(page => page.Spans).Where(span => Name().IsMatch(span.Text)).ToLookup(span => span.Text, StringComparer.Ordinal);
        var names = unknown.Select(spans => spans.Key).Except(KnownOptions.All.SelectMany(option => option.EnvironmentVariables)).ToHashSet(StringComparer.Ordinal);
        foreach (var file in Files()) Remove(names, File.ReadAllText(file));
        Findings.None(names.SelectMany(name => unknown[name]).Select(span => span.ToString()));
    }

    private static void Remove(HashSet<string> names, string text)
    {
        var lookup = names.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var word in Word().EnumerateMatches(text)) lookup.Remove(text.AsSpan(word.Index, word.Length));
    }

    private static IEnumerable<string> Files() => Folders.SelectMany(folder => Directory.EnumerateFiles(RepositoryRoot.Combine(folder), "*", SearchOption.AllDirectories))
        .Where(file => !file.Contains("node_modules", StringComparison.Ordinal) && Endings.Any(ending => file.EndsWith(ending, StringComparison.Ordinal)))
        .Append(RepositoryRoot.Combine("Dockerfile"));

    private static bool IsParameterFile(string json) =>
        JToken.Parse(json) is JObject root && (root.ContainsKey("Parameters") || (!root.ContainsKey("Statement") && root.Properties().All(member => char.IsUpper(member.Name[0]))));

    // ExpectedAccountId, AWS_PROFILE; not S3 or LT0301.
    [GeneratedRegex("^(?:[A-Z][a-z]+(?:[A-Z0-9]+[a-z]*)+|[A-Z]+(?:_[A-Z0-9]+)+)$", RegexOptions.NonBacktracking)]
    private static partial Regex Name();

    [GeneratedRegex(@"[A-Za-z_]\w*", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
