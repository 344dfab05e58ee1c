using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Docs.Tests.Names;

/// <summary>What the built load test says that a command takes.</summary>
/// <param name="Text">The answer to <c>--help</c>.</param>
internal sealed partial record ProgramHelp(string Text)
{
    private static readonly Dictionary<string, ProgramHelp> Known = new(StringComparer.Ordinal);

    /// <summary>The help of a command, asked for once.</summary>
    public static ProgramHelp Of(string command)
    {
        if (!Known.TryGetValue(command, out var help)) Known[command] = help = new ProgramHelp(Ask([command, "--help"]));
        return help;
    }

    /// <summary>Whether any command takes it.</summary>
    public static bool AnyLists(string option) => Commands().Matches(Of("--help").Text).Any(command => Of(command.Groups["name"].Value).Lists(option));

    /// <summary>Whether the option stands in it.</summary>
    public bool Lists(string option) => Option().Matches(Text).Any(listed => listed.Value == option);

    private static string Ask(string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "dynamodb-load-test.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, text);
        return text;
    }

    [GeneratedRegex("--[a-z][a-z0-9-]*", RegexOptions.NonBacktracking)]
    private static partial Regex Option();

    [GeneratedRegex("^  (?<name>[a-z-]+) ", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex Commands();
}
