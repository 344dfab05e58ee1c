using System.Globalization;
using Build.Options;
using Build.Output;
using Build.Processes;
using LoadTest.Configuration.Problems;

namespace Build.Linting;

/// <summary>Checks what a deployment is made of, before anything of AWS is called, and reports all of it at once.</summary>
public sealed class LintRun(BuildPaths paths, OwnRules rules, CfnLint linter, DeploymentSettings deployment, Screen screen, Outcome outcome)
{
    /// <summary>Shows every finding, and the counts last.</summary>
    /// <exception cref="StepFailedException">
    /// There are findings, with exit code 2 where settings are wrong and 1 where only templates are; or cfn-lint did not run, with 1.
    /// </exception>
    public async Task RunAsync()
    {
        var settings = deployment.Result;
        var linted = await linter.CheckAsync(
            Directory.EnumerateFiles(paths.Templates, "*.yaml").Order(StringComparer.Ordinal), Environment.GetEnvironmentVariable("PATH"));
        List<string> inTemplates = [.. rules.Check(), .. linted.Findings];

        foreach (var line in settings.Problems.Select(SettingsFinding.Line).Concat(inTemplates)) screen.Line(line);
        foreach (var warning in settings.Warnings) screen.Line($"warning {SettingsFinding.Line(warning)}");
        if (linted.Flaw is { } flaw) screen.Error(flaw);
        outcome.EndWith(string.Create(
            CultureInfo.InvariantCulture,
            $"wrong in the settings of {settings.Settings.Environment}: {settings.Problems.Count}, in the templates: {inTemplates.Count}")
            + string.Create(CultureInfo.InvariantCulture, $", warnings: {settings.Warnings.Count}")
            + (linted.Flaw is null ? "" : ", and cfn-lint did not run"));
        Judge(settings.Problems, inTemplates.Count, linted.Flaw);
    }

    private static void Judge(IReadOnlyList<Problem> problems, int inTemplates, string? flaw)
    {
        var code = ExitCodes.Worst(problems.Select(problem => problem.Code.ExitCode));
        if (code != ExitCode.Passed) throw new StepFailedException((int)code, "The settings are wrong.");
        if (inTemplates > 0) throw new StepFailedException((int)ExitCode.Failed, "The templates are wrong.");
        if (flaw is not null) throw new StepFailedException((int)ExitCode.Failed, "The templates are checked by half: cfn-lint did not run.");
    }
}
