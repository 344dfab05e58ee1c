using LoadTest.Configuration.Problems;
using LoadTest.Operations;
using TestSupport;

namespace LoadTest.Tests.Architecture;

/// <summary>What the documentation must keep up with.</summary>
public sealed class DocumentationTests
{
    [Test]
    public void Every_error_code_is_explained() =>
        Golden.MatchesFile(RepositoryRoot.Combine("docs", "troubleshooting.md"), TroubleshootingPage.Render());

    [Test]
    public void Every_category_of_outcomes_is_explained()
    {
        var page = File.ReadAllText(RepositoryRoot.Combine("docs", "measuring.md"));
        var missing = Category.All.Select(category => category.Name)
            .Where(name => name != "success" && !name.StartsWith("throttled-", StringComparison.Ordinal) && !page.Contains($"`{name}`", StringComparison.Ordinal));
        Assert.That(missing, Is.Empty);
    }

    /// <summary>docs/troubleshooting.md, from the catalogue of errors.</summary>
    private static class TroubleshootingPage
    {
        private static readonly (string Prefix, string Title)[] Areas =
        [
            ("LT01", "Usage and configuration"), ("LT02", "Table, target and guards"), ("LT03", "Credentials and permissions"),
            ("LT04", "Image"), ("LT05", "Stacks and templates"), ("LT06", "Tasks in ECS"), ("LT07", "Results"), ("LT08", "Local server"), ("LT09", "Internal"),
        ];

        public static string Render()
        {
            var text = new StringWriter { NewLine = "\n" };
            text.WriteLine("# Errors and what to do");
            text.WriteLine();
            text.WriteLine("Every message begins with a stable code, says where a wrong value came from, and ends with a fix. `--verbosity=diagnostic` adds");
            text.WriteLine("what the system said. This page is made from the catalogue in `src/LoadTest.Configuration/Problems`; a test holds the two alike");
            text.WriteLine("(run it with LOADTEST_UPDATE_GOLDEN=true to write the page anew).");
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
