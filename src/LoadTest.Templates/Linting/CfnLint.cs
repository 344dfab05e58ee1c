using System.Diagnostics;

namespace LoadTest.Templates.Linting;

/// <summary>Runs cfn-lint, AWS's own linter for templates, as a process.</summary>
public sealed class CfnLint
{
    private readonly string _program;

    private CfnLint(string program) => _program = program;

    /// <summary>How a user gets it.</summary>
    public const string HowToGet = "pip install cfn-lint";

    /// <summary>The cfn-lint of the search path; null when there is none.</summary>
    /// <param name="searchPath">The value of PATH.</param>
    public static CfnLint? Find(string? searchPath)
    {
        string[] names = OperatingSystem.IsWindows() ? ["cfn-lint.exe", "cfn-lint.cmd"] : ["cfn-lint"];
        return (searchPath ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(_ => names, Path.Combine)
            .Where(File.Exists)
            .Select(program => new CfnLint(program))
            .FirstOrDefault();
    }

    /// <summary>Checks templates against everything that cfn-lint knows, informational rules too.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">The program cannot be started.</exception>
    public async Task<CfnLintResult> CheckAsync(IEnumerable<string> templateFiles, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(_program)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        string[] arguments = ["--include-checks", "I", "--format", "parseable", "--template", .. templateFiles];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{_program} did not start.");
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancel);
        var errors = process.StandardError.ReadToEndAsync(cancel);
        try
        {
            await process.WaitForExitAsync(cancel);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        var lines = $"{await output}\n{await errors}".Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new(process.ExitCode, lines);
    }
}
