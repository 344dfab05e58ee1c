using System.Diagnostics;
using TestSupport;

namespace LocalDynamo.Tests.Clients;

/// <summary>Runs another language's client against a fresh server; the script says on its last line how many checks it made.</summary>
internal static class ClientScript
{
    public static async Task<string> RunAsync(string program, string script, string? workingDirectory = null)
    {
        await using var local = await LocalTestServer.StartAsync();
        using var process = Process.Start(new ProcessStartInfo(program)
        {
            ArgumentList = { RepositoryRoot.Combine("tests", "LocalDynamo.Tests", "Clients", script), local.Server.Endpoint.ToString() },
            WorkingDirectory = workingDirectory ?? RepositoryRoot.Path,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = new ProcessOutput(process);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }

        Assert.That(process.ExitCode, Is.Zero, output.Text);
        return output.Text.Trim().Split('\n')[^1];
    }
}
