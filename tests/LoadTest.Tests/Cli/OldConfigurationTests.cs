using TestSupport;

namespace LoadTest.Tests.Cli;

/// <summary>Files of older projects run as they are.</summary>
[Category("Slow"), Parallelizable]
public sealed class OldConfigurationTests
{
    [TestCase("old-list.parameters.json", "TemplateS3Bucket")]
    [TestCase("old-object.parameters.json", "DesiredCount")]
    public async Task An_old_parameter_file_runs_and_warns_once_about_each_dead_key(string file, string deadKey)
    {
        using var program = new LoadTestProgram();
        var text = program.Folder.Write("parameters.json", await File.ReadAllTextAsync(Data(file)));
        var run = await program.RunAsync(["run", "--environment=local", "--total-items=200", "--concurrency-limit=5"]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.Zero, run.Error);
            Assert.That(Count(run.Error, deadKey), Is.EqualTo(1));
            Assert.That(await File.ReadAllTextAsync(text), Is.EqualTo(await File.ReadAllTextAsync(Data(file))), "a user's file is never rewritten");
        }
    }

    [Test]
    public async Task An_old_environment_file_runs_and_warns_once_about_each_dead_key()
    {
        using var program = new LoadTestProgram();
        program.Folder.Write(".env.local", await File.ReadAllTextAsync(Data("old.env.local")));
        // The file names a server that is not there in a test, as it was for another project: the run brings its own.
        await using var server = await DynamoDb.LocalTable.StartAsync();
        var run = await program.RunAsync(
            ["run", "--environment=local", "--total-items=200", "--concurrency-limit=5"], ("AWS_ENDPOINT_URL_DYNAMODB", server.Connection.Endpoint!.ToString()));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.Zero, run.Error);
            Assert.That(Count(run.Error, "JAVA_OPTS"), Is.EqualTo(1));
            Assert.That(program.Summary().GetProperty("environment").GetString(), Is.EqualTo("local"));
        }
    }

    private static string Data(string file) => RepositoryRoot.Combine("tests", "LoadTest.Configuration.Tests", "Data", file);

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
