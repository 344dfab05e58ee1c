using Build;
using Build.Linting;
using Build.Options;
using Build.Output;
using Build.Processes;
using TestSupport;

namespace CloudFormation.Tests.Linting;

[Category("Slow")]
public sealed class CfnLintTests
{
    private static readonly string? SearchPath = Environment.GetEnvironmentVariable("PATH");

    [OneTimeSetUp]
    public void RequireCfnLint()
    {
        if (OutsidePart.FindProgram("cfn-lint") is null) OutsidePart.Missing($"cfn-lint is missing: {CfnLint.HowToGet}");
    }

    [Test]
    public async Task Cfn_lint_finds_nothing_informational_rules_included()
    {
        var result = await Lint(RepositoryRoot.Path)
            .CheckAsync(Directory.GetFiles(CommittedTemplates.Folder, "*.yaml").Order(StringComparer.Ordinal), SearchPath);

        Assert.That((result.Findings, result.Flaw), Is.EqualTo((Array.Empty<string>(), (string?)null)));
    }

    [Test]
    public async Task Cfn_lint_finds_an_informational_flaw_and_says_where()
    {
        using var folder = new TemporaryFolder();
        var text = await File.ReadAllTextAsync(Path.Combine(CommittedTemplates.Folder, "table.yaml"));
        var file = folder.Write("cloudformation/table.yaml", text.Replace("    UpdateReplacePolicy: Retain\n", "", StringComparison.Ordinal));

        var result = await Lint(folder.Path).CheckAsync([file], SearchPath);

        Assert.That(result.Flaw, Is.Null);
        Assert.That(result.Findings, Has.Some.Match(@"^cloudformation/table\.yaml:\d+: I3011 "));
    }

    [Test]
    public void An_exception_from_cfn_lint_is_written_with_its_reason()
    {
        foreach (var file in Directory.GetFiles(CommittedTemplates.Folder, "*.yaml"))
        {
            var lines = File.ReadAllLines(file);
            for (var i = 0; i < lines.Length; i++)
            {
                if (lines[i].Contains("ignore_checks", StringComparison.Ordinal))
                    Assert.That(lines[i - 1].TrimStart(), Does.StartWith("# "), $"{Path.GetFileName(file)} line {i + 1}");
            }
        }
    }

    private static CfnLint Lint(string root) =>
        new(new BuildPaths(root), new ChildProcesses(new BuildOptions([]), new Screen(TextWriter.Null, TextWriter.Null)));
}
