using CsCheck;
using LoadTest.Configuration.Options;
using LoadTest.Configuration.Problems;
using LoadTest.Configuration.Sources;

namespace LoadTest.Configuration.Tests.Sources;

public sealed class OddInputTests
{
    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", ":", ",", "\"", "'", "\"Parameters\"", "\"TotalItems\"", "\"ParameterKey\"", "\"ParameterValue\"", "\"Rate\"", "7", "1e999",
        "-", "null", "true", "new Date(0)", "/*", "*/", "//", "\n", "0x1F", "undefined", "NaN", "\\u00", "=", "#", "export ", "TOTAL_ITEMS", "Tags",
    ];

    private static readonly Gen<string> Texts = Gen.Int[0, Pieces.Length - 1].Select(index => Pieces[index]).Array[0, 14].Select(string.Concat);

    [Test]
    public void No_json_makes_the_reader_throw() => Texts.Sample(
        text => SettingsReader.Read(new SettingsInput { Ssm = new Dictionary<string, string> { ["/p/settings"] = text } }) is not null,
        iter: 2000, threads: 1);

    [Test]
    public void No_environment_file_makes_the_reader_throw() => Texts.Sample(
        text =>
        {
            using var folder = new SettingsFolder().With(".env.dev", text);
            return folder.Read() is not null;
        },
        iter: 500, threads: 1);

    [Test]
    public void A_pipe_a_device_and_a_huge_file_are_refused_and_hold_nothing_up()
    {
        if (OperatingSystem.IsWindows()) Assert.Ignore("Windows has neither pipes nor devices among its files");
        using var folder = new SettingsFolder().With(".env.dev", new string('#', 2_000_000));
        folder.WithLink("parameters.json", "/dev/zero").WithPipe("parameters.dev.json");
        var problems = folder.Read().Problems;
        Assert.That(problems.Select(problem => (problem.Code, problem.What)), Is.EquivalentTo(new[]
        {
            (ErrorCodes.UnreadableFile, "parameters.json cannot be read: it is larger than 1 MiB, which no file of settings is"),
            (ErrorCodes.UnreadableFile, "parameters.dev.json cannot be read: it is a pipe, and nobody writes to it"),
            (ErrorCodes.UnreadableFile, ".env.dev cannot be read: it is larger than 1 MiB, which no file of settings is"),
        }));
    }

    [Test]
    public void Dead_keys_are_accepted_anywhere_and_warned_about_once()
    {
        using var folder = new SettingsFolder()
            .With("parameters.json", """{"DesiredCount": 1, "MinCapacity": null}""").With(".env.dev", "ENABLE_THIS=1\nENABLE_THAT=1\n").With(
                "parameters.dev.json", """{"DesiredCount": 2}""");
        var result = SettingsReader.Read(folder.Input("max-capacity=3") with
        {
            Environment = new Dictionary<string, string> { ["JAVA_OPTS"] = "-Xmx1g", ["PATH"] = "/bin" },
            Ssm = new Dictionary<string, string> { ["/p/desired-count"] = "4" },
        });
        Assert.That(result.Problems, Is.Empty);
        Assert.That(result.Warnings.Select(warning => (warning.Code, warning.Origin)), Is.EqualTo(new[]
        {
            "--max-capacity", "parameters.json line 1", "parameters.json line 1", ".env.dev line 1", ".env.dev line 2",
        }.Select(origin => (ErrorCodes.DeadKey, origin))));
    }

    [Test]
    public void A_yes_or_no_flag_needs_no_value_and_an_empty_text_resets_a_text()
    {
        using var folder = new SettingsFolder().With("parameters.json", """{"ContainerImage": "image:1", "ConsistentRead": false}""");
        var result = folder.ReadForDeployment("consistent-read", "container-image=");
        Assert.That(result.Problems, Is.Empty);
        Assert.That(result.Settings.Get(DataOptions.ConsistentRead), Is.True);
        Assert.That(result.Settings.Get(EcsOptions.ContainerImage), Is.Empty);
        Assert.That(result.Settings.Origin(EcsOptions.ContainerImage), Is.EqualTo("--container-image"));
    }

    [Test]
    public void An_option_without_value_and_default_says_so_to_the_programmer() => Assert.That(
        () => SettingsReader.Read(new SettingsInput()).Settings.Get(LoadOptions.Rate), Throws.InvalidOperationException);
}
