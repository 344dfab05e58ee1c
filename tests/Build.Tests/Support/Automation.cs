using TestSupport;
namespace Build.Tests.Support;

/// <summary>The built automation, run as a process, as build.sh runs it.</summary>
internal static class Automation
{
    public static string Assembly => Path.Combine(AppContext.BaseDirectory, "Build.dll");

    public static Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments) => RunAsync(arguments, []);

    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(string[] arguments, IEnumerable<(string Name, string? Value)> variables)
    {
        using var process = StartedProcess.Start("dotnet", [Assembly, .. arguments], Path.GetTempPath(), [("ENVIRONMENT", null), .. variables]);
        var code = await process.ExitAsync();
        return (code, process.Output, process.Error);
    }
}
