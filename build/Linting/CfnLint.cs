using System.ComponentModel;
using System.Globalization;
using System.Text.RegularExpressions;
using Build.Processes;

namespace Build.Linting;

/// <summary>Runs cfn-lint, AWS's own linter for templates, as a process.</summary>
/// <param name="paths">The repository; findings name its files as seen from there.</param>
/// <param name="processes">Runs it.</param>
public sealed partial class CfnLint(BuildPaths paths, ChildProcesses processes)
{
    // Its exit code is a sum: 2 for errors, 4 for warnings, 8 for informational findings. Anything else is no verdict.
    private const int AllKindsFound = 2 + 4 + 8;

    /// <summary>The version whose rules the templates are held to.</summary>
    public const string Version = "1.51.0";

    /// <summary>How a user gets it.</summary>
    public const string HowToGet = "pip install cfn-lint==" + Version;

    /// <summary>Checks templates against everything that cfn-lint knows, informational rules too.</summary>
    /// <param name="templates">The files.</param>
    /// <param name="searchPath">The value of PATH, where cfn-lint is looked for.</param>
    /// <exception cref="StepFailedException">The automation was told to stop meanwhile.</exception>
    public async Task<CfnLintResult> CheckAsync(IEnumerable<string> templates, string? searchPath)
    {
        if (Find(searchPath) is not { } program) return new([], $"cfn-lint is missing; get it with: {HowToGet}");
        var files = templates.Select(file => Path.GetRelativePath(paths.Root, file));
        var command = new Command(program, ["--include-checks", "I", "--format", "parseable", "--template", .. files], paths.Root);
        try
        {
            var (code, text) = await processes.ReadAsync(command, "cfn-lint");
            return Judge(code, text);
        }
        catch (Win32Exception broken)
        {
            return new([], $"{program} cannot be started ({broken.Message}); get it with: {HowToGet}");
        }
    }

    private static CfnLintResult Judge(int code, string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var findings = lines.Select(line => Parseable().Match(line)).Where(match => match.Success)
            .Select(match => match.Result("${file}:${line}: ${rule} ${text}").Replace('\\', '/')).ToList();
        var isVerdict = (code & ~AllKindsFound) == 0 && (code == 0) == (findings.Count == 0);
        return new(findings, isVerdict ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"cfn-lint gave no verdict (exit code {code}): {string.Join(' ', lines.TakeLast(3))}; get a good one with: {HowToGet}"));
    }

    private static string? Find(string? searchPath)
    {
        string[] names = OperatingSystem.IsWindows() ? ["cfn-lint.exe", "cfn-lint.cmd"] : ["cfn-lint"];
        return (searchPath ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(_ => names, Path.Combine).FirstOrDefault(File.Exists);
    }

    // file:line:column:line:column:rule:sentence
    [GeneratedRegex(@"\A(?<file>.+?):(?<line>\d+):\d+:\d+:\d+:(?<rule>[EWI]\d{4}):(?<text>.*)\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parseable();
}
