using LoadTest.Templates.Linting;
using TestSupport;

namespace CloudFormation.Tests.Linting;

[Category("Slow")]
public sealed class CfnLintTests
{
    private CfnLint _lint = null!;

    [OneTimeSetUp]
    public void Find()
    {
        if (CfnLint.Find(Environment.GetEnvironmentVariable("PATH")) is { } found) _lint = found;
        else OutsidePart.Missing($"cfn-lint is missing: {CfnLint.HowToGet}");
    }

    [Test]
    public async Task Cfn_lint_finds_nothing_informational_rules_included()
    {
        var result = await _lint.CheckAsync(Directory.GetFiles(CommittedTemplates.Folder, "*.yaml").Order(), CancellationToken.None);

        Assert.That(result.Findings, Is.Empty);
        Assert.That(result.ExitCode, Is.Zero);
    }

    [Test]
    public async Task Cfn_lint_finds_an_informational_flaw()
    {
        var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, "flawed.yaml");
        var text = await File.ReadAllTextAsync(Path.Combine(CommittedTemplates.Folder, "table.yaml"));
        await File.WriteAllTextAsync(file, text.Replace("    UpdateReplacePolicy: Retain\n", "", StringComparison.Ordinal));

        var result = await _lint.CheckAsync([file], CancellationToken.None);

        Assert.That(result.ExitCode, Is.Not.Zero);
        Assert.That(result.Findings, Has.Some.Contains("I3011"));
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
}
