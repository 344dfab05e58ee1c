using LoadTest.Configuration.Problems;
using LoadTest.Operations;
using TestSupport;

namespace LoadTest.Tests.Architecture;

/// <summary>What the documentation must keep up with.</summary>
public sealed class DocumentationTests
{
    [Test]
    public void Every_error_code_is_explained()
    {
        var path = RepositoryRoot.Combine("docs", "troubleshooting.md");
        var written = File.ReadLines(path).TakeWhile(line => !line.StartsWith(TroubleshootingPage.Mark, StringComparison.Ordinal));
        Golden.MatchesFile(path, string.Concat(written.Select(line => line + "\n")) + TroubleshootingPage.Render());
    }

    [Test]
    public void Every_category_of_outcomes_is_explained()
    {
        var page = File.ReadAllText(RepositoryRoot.Combine("docs", "measuring.md"));
        var missing = Category.All.Select(category => category.Name)
            .Where(name => name != "success" && !name.StartsWith("throttled-", StringComparison.Ordinal) && !page.Contains($"`{name}`", StringComparison.Ordinal));
        Assert.That(missing, Is.Empty);
    }

    /// <summary>The part of docs/troubleshooting.md that comes from the catalogue of errors.</summary>
    private static class TroubleshootingPage
    {
        public const string Mark = "<!-- What follows is made from the catalogue in";

        private static readonly (string Prefix, string Title)[] Areas =
        [
            ("LT01", "Usage and configuration"), ("LT02", "Table, target and guards"), ("LT03", "Credentials and permissions"),
            ("LT04", "Image"), ("LT05", "Stacks and templates"), ("LT06", "Tasks in ECS"), ("LT07", "Results"), ("LT08", "Local server"), ("LT09", "Internal"),
        ];

        public static string Render()
        {
            var text = new StringWriter { NewLine = "\n" };
            text.WriteLine($"{Mark} src/LoadTest.Configuration/Problems; a test holds the two alike, and writes this part anew with LOADTEST_UPDATE_GOLDEN=true. -->");
            foreach (var (prefix, title) in Areas)
            {
                var codes = ErrorCodes.All.Where(code => code.Id.StartsWith(prefix, StringComparison.Ordinal)).OrderBy(code => code.Id, StringComparer.Ordinal).ToArray();
                if (codes.Length == 0) continue;
                text.WriteLine();
                text.WriteLine($"## {title}");
                text.WriteLine();
                text.WriteLine("| code | exit | meaning | what to do |");
                text.WriteLine("| --- | --- | --- | --- |");
                foreach (var code in codes)
                {
                    var exit = code.IsWarning ? "warning" : $"{(int)code.ExitCode}";
                    text.WriteLine($"| {code.Id} {code.Title} | {exit} | {code.Meaning} | {code.HowToFix} |");
                }
            }

            return text.ToString();
        }
    }
}
