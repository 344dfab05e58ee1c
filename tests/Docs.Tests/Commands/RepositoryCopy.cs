using LoadTest.Configuration.Options;
using TestSupport;

namespace Docs.Tests.Commands;

/// <summary>A copy of the repository with both programs built, as a user has it who has typed a first command; gone afterwards.</summary>
internal sealed class RepositoryCopy : IDisposable
{
    // Nothing that a page tells to run needs these, and they are large.
    private static readonly string[] LeftOut = [".git", "artifacts", "tests", "benchmarks"];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly TemporaryFolder _folder = new();

    private RepositoryCopy()
    {
    }

    /// <summary>Builds both programs where they are stale, and copies.</summary>
    public static async Task<RepositoryCopy> MakeAsync()
    {
        var (code, output) = await TypeAsync(RepositoryRoot.Path, "./build.sh --target=Plan --environment=local");
        Assert.That(code, Is.Zero, output);
        var copy = new RepositoryCopy();
        var parts = Directory.EnumerateFileSystemEntries(RepositoryRoot.Path).Select(Path.GetFileName).Except(LeftOut)
            .Concat(["artifacts/bin/Build/release", "artifacts/bin/LoadTest/release"]);
        // With their times, by which the scripts know what is fresh.
        var (copied, complaint) = await TypeAsync(RepositoryRoot.Path, $"mkdir -p '{copy._folder.Path}/artifacts/bin'; tar -cf - {string.Join(' ', parts.Select(part => $"'{part}'"))} | tar -xf - -C '{copy._folder.Path}'");
        Assert.That(copied, Is.Zero, complaint);
        return copy;
    }

    /// <summary>Types lines in the copy.</summary>
    /// <returns>The exit code of the first line that ends with another one than 0, and all that was written, in its order.</returns>
    public Task<(int Code, string Output)> TypeAsync(string lines) => TypeAsync(_folder.Path, lines);

    public void Dispose() => _folder.Dispose();

    private static async Task<(int Code, string Output)> TypeAsync(string folder, string lines)
    {
        using var shell = StartedProcess.Start("bash", ["-euo", "pipefail", "-c", "exec 2>&1\n" + lines], folder, [.. OfThisMachine]);
        var code = await shell.ExitAsync(Patience);
        return (code, shell.Output);
    }

    // What this machine or a pipeline has set is no part of what a page tells.
    private static IEnumerable<(string Name, string? Value)> OfThisMachine => KnownOptions.Table.All.SelectMany(option => option.EnvironmentVariables)
        .Append("GITHUB_STEP_SUMMARY").Select(name => (name, (string?)null));
}
