using LoadTest.Configuration.Problems;
using LoadTest.Configuration.Sources;

namespace LoadTest.Configuration.Tests.Sources;

public sealed class EnvironmentTests
{
    [TestCase("staging", "prod", "dev2", ExpectedResult = "staging")]
    [TestCase(null, "prod", "dev2", ExpectedResult = "prod")]
    [TestCase(null, null, "dev2", ExpectedResult = "dev2")]
    [TestCase(null, null, null, ExpectedResult = "dev")]
    public string The_environment_comes_from_flag_then_variable_then_parameters(string? flag, string? variable, string? parameters)
    {
        using var folder = new SettingsFolder();
        if (parameters is not null) folder.With("parameters.json", $$"""{"Environment": "{{parameters}}"}""");
        var environment = new Dictionary<string, string>();
        if (variable is not null) environment["ENVIRONMENT"] = variable;
        var result = SettingsReader.Read(folder.Input(flag is null ? [] : [$"environment={flag}"]) with { Environment = environment });
        Assert.That(result.Problems, Is.Empty);
        return result.Settings.Environment;
    }

    [Test]
    public void A_source_that_the_environment_chooses_cannot_change_it()
    {
        using var folder = new SettingsFolder()
            .With(".env.local", "ENVIRONMENT=prod\n").With("parameters.local.json", """{"Environment": "prod", "TotalItems": 5}""");
        var result = folder.Read("environment=local");
        Assert.Multiple(() =>
        {
            Assert.That(result.Problems, Is.Empty);
            Assert.That(result.Settings.IsLocal, Is.True);
            Assert.That(result.Settings.Origin(Configuration.Options.ApplicationOptions.Environment), Is.EqualTo("--environment"));
            Assert.That(result.Warnings.Select(warning => (warning.Code, warning.Origin)), Is.EqualTo(new[]
            {
                (ErrorCodes.EnvironmentIsFixed, ".env.local line 1"), (ErrorCodes.EnvironmentIsFixed, "parameters.local.json line 1"),
            }));
        });
    }

    [Test]
    public void An_environment_that_is_no_name_reads_no_file_elsewhere()
    {
        using var folder = new SettingsFolder();
        var result = folder.Read("environment=../../etc");
        Assert.That(result.Problems.Select(problem => problem.Code), Is.EqualTo(new[] { ErrorCodes.NotReadable }));
    }
}
