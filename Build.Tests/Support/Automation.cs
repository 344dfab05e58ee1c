using TestSupport;
namespace Build.Tests.Support;

/// <summary>The built automation, run as a process, as build.sh runs it.</summary>
internal static class Automation
{
    public static string Assembly => Path.Combine(AppContext.BaseDirectory, "Build.dll");

    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var process = StartedProcess.Start("dotnet", [Assembly, .. arguments], Path.GetTempPath(), ("ENVIRONMENT", null));
        var code = await process.ExitAsync();
        return (code, process.Output, process.Error);
    }
}
