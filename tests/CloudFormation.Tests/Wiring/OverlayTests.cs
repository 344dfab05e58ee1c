using LoadTest.Configuration.Options;
using LoadTest.Configuration.Sources;
using LoadTest.Configuration.Validation;
using TestSupport;

namespace CloudFormation.Tests.Wiring;

/// <summary>The committed files, read together as the programs read them.</summary>
public sealed class OverlayTests
{
    [TestCase("dev", OptionScope.Automation)]
    [TestCase("local", OptionScope.Program)]
    [TestCase("example", OptionScope.Automation)]
    public void The_committed_files_give_settings_without_a_problem_or_a_warning(string environment, OptionScope scope)
    {
        var result = SettingsReader.Read(
            TestSettings.Input([("Environment", environment)], RepositoryRoot.Path) with { Scope = scope });

        Assert.That(result.Problems, Is.Empty);
        Assert.That(result.Warnings, Is.Empty);
        Assert.That(result.Settings.Environment, Is.EqualTo(environment));
    }

    [TestCase("dev", LoadModel.Closed)]
    [TestCase("local", LoadModel.Open)]
    [TestCase("example", LoadModel.Open)]
    public void The_overlay_decides_the_load_model(string environment, LoadModel model)
    {
        var result = SettingsReader.Read(TestSettings.Input([("Environment", environment)], RepositoryRoot.Path));

        Assert.That(result.Settings.Load.Model, Is.EqualTo(model));
    }
}
