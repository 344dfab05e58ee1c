using System.Text.RegularExpressions;
using Build.Options;
using Build.Targets;
using Docs.Tests.Pages;
using LoadTest.Configuration.Sources;
using TestSupport;

namespace Docs.Tests.Names;

/// <summary>Commands that a page shows are understood by the programs themselves: every target, option and value.</summary>
public sealed partial class OptionTests
{
    private static readonly TargetCatalogue Targets = new(typeof(BuildOptions).Assembly);

    private static readonly CommandText[] Commands = [.. Page.All.SelectMany(CommandText.AllOf)];

    [Test]
    public void Every_command_of_the_automation_is_understood()
    {
        var wrong =
            from command in Commands
            where command.IsAutomation
            from problem in CommandLine.Read(command.Arguments).Problems
            select $"{command}\n  {problem}";
        Findings.None(wrong);
    }

    [Test]
    public void Every_target_exists()
    {
        var inBlocks = Page.All.SelectMany(page => page.Blocks).SelectMany(block => block.Lines.Select((text, index) => new Line(block.Page, block.First + 1 + index, text)));
        var unknown =
            from line in Page.All.SelectMany(page => page.Prose).Concat(inBlocks)
            from Match target in Target().Matches(line.Text)
            where !Targets.Knows(target.Groups["name"].Value)
            select $"{line.Page}:{line.Number}: {target.Value}";
        Findings.None(unknown);
    }

    [Test]
    public void Every_command_of_the_program_has_options_that_it_lists()
    {
        var wrong =
            from command in Commands
            where command.IsProgram
            from word in command.Arguments.Skip(1)
            where word.StartsWith("--", StringComparison.Ordinal) && !ProgramHelp.Of(command.Arguments[0]).Lists(word.Split('=')[0])
            select $"{command}\n  {word}";
        Findings.None(wrong);
    }

    [Test]
    public void Every_option_in_the_prose_is_one_of_ours()
    {
        var unknown =
            from page in Page.All
            from span in page.Spans
            where span.Text.StartsWith("--", StringComparison.Ordinal)
            from Match option in Option().Matches(span.Text)
            where !IsOurs(option.Value)
            select $"{span.Page}:{span.Number}: {option.Value}";
        Findings.None(unknown);
    }

    [Test]
    public void Every_value_that_a_load_test_is_given_is_taken()
    {
        using var folder = new TemporaryFolder();
        foreach (var file in new[] { "parameters.json", "parameters.local.json" }) File.Copy(RepositoryRoot.Combine(file), folder.Combine(file));
        var wrong =
            from command in Commands
            let flags = FlagsOf(command)
            where flags is not null
            from problem in SettingsReader.Read(new SettingsInput { Flags = flags, Folder = folder.Path }).Problems
            select $"{command}\n  {problem}";
        Findings.None(wrong);
    }

    // Only whole commands that read settings: RunLoadTest and Plan of the automation, run and plan of the program.
    private static FlagValue[]? FlagsOf(CommandText command)
    {
        if (command.IsProgram && command.Arguments[0] is "run" or "plan") return [.. command.Arguments.Skip(1).Select(Flag)];
        if (!command.IsAutomation) return null;
        var given = CommandLine.Read(command.Arguments).Options.Given;
        var isRun = given.Any(option => option.Option == AutomationOptions.Target && option.Value is "RunLoadTest" or "Plan");
        return isRun ? [.. given.Where(option => !AutomationOptions.Own.Contains(option.Option)).Select(option => new FlagValue(option.Option.Flag, option.Value))] : null;
    }

    private static FlagValue Flag(string word) => word.TrimStart('-').Split('=', 2) is [var name, var value] ? new FlagValue(name, value) : new FlagValue(word.TrimStart('-'), null);

    private static bool IsOurs(string option) =>
        CommandLine.Read([option + "=x"]).Problems.All(problem => problem.Code != LoadTest.Configuration.Problems.ErrorCodes.UnknownOption) || ProgramHelp.AnyLists(option);

    [GeneratedRegex(@"--target=(?<name>[A-Za-z]+)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Target();

    [GeneratedRegex(@"--[a-z][a-z0-9-]*", RegexOptions.NonBacktracking)]
    private static partial Regex Option();
}
