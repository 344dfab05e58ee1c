using System.Text.Json;
using TestSupport;

namespace LoadTest.Tests.Cli;

/// <summary>The built program in an empty folder and an empty environment, run as a user runs it.</summary>
internal sealed class LoadTestProgram : IDisposable
{
    // Whatever the developer's shell says must not reach the program: settings come from the test alone.
    private static readonly string[] Kept = ["PATH", "HOME", "TMPDIR", "TEMP", "DOTNET_ROOT", "SystemRoot", "USERPROFILE"];

    public TemporaryFolder Folder { get; } = new();

    public string RunsFolder => Folder.Combine("artifacts", "runs");

    public StartedProcess Start(string[] arguments, params (string Name, string? Value)[] variables) => StartedProcess.Start(
        "dotnet", [Path.Combine(AppContext.BaseDirectory, "dynamodb-load-test.dll"), .. arguments], Folder.Path, [.. Cleared(), .. variables]);

    public Task<Finished> RunAsync(string[] arguments, params (string Name, string? Value)[] variables) => RunAsync(null, arguments, variables);

    /// <summary>Runs it; it may take as long as is said.</summary>
    public async Task<Finished> RunAsync(TimeSpan? patience, string[] arguments, params (string Name, string? Value)[] variables)
    {
        using var process = Start(arguments, variables);
        var code = await process.ExitAsync(patience);
        return new Finished(code, process.Output, process.Error);
    }

    /// <summary>The only run's summary.</summary>
    public JsonElement Summary()
    {
        var folder = Directory.GetDirectories(RunsFolder).Single();
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "summary.json")));
        return json.RootElement.Clone();
    }

    public void Dispose() => Folder.Dispose();

    private static IEnumerable<(string Name, string? Value)> Cleared() =>
        from name in Environment.GetEnvironmentVariables().Keys.Cast<string>()
        where !Kept.Contains(name)
        select (name, (string?)null);

    public sealed record Finished(int ExitCode, string Output, string Error)
    {
        /// <summary>Asserts the exit code, the texts in the error output, and that there is no stack trace.</summary>
        public void ShouldBeRefused(int exitCode, params string[] texts)
        {
            using (Assert.EnterMultipleScope())
            {
                Assert.That(ExitCode, Is.EqualTo(exitCode), Error);
                foreach (var text in texts) Assert.That(Error, Does.Contain(text));
                Assert.That(Error, Does.Contain("  fix: ").And.Not.Contain("   at "));
            }
        }
    }
}
