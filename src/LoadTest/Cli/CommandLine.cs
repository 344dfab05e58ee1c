using System.Collections;
using System.CommandLine;
using LoadTest.Configuration;
using LoadTest.Configuration.Options;
using LoadTest.Configuration.Problems;
using LoadTest.Configuration.Sources;
using LoadTest.Workers;
using Flag = System.CommandLine.Option<string[]>;
using TableOption = LoadTest.Configuration.Options.Option;

namespace LoadTest.Cli;

/// <summary>The commands and their flags, which all come from the one table of options.</summary>
internal static class CommandLine
{
    /// <summary>Runs the command that the arguments name; every failure ends in a message and an exit code.</summary>
    public static async Task<ExitCode> RunAsync(string[] args, TimeProvider time)
    {
        var diagnostic = args.Any(argument => argument.EndsWith("=diagnostic", StringComparison.OrdinalIgnoreCase));
        try
        {
            var parsed = Root(time, args).Parse(args.Length == 0 ? ["--help"] : args);
            if (UnknownCommand(parsed) is { } unknown) throw new ProblemException(unknown);
            return (ExitCode)await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (ProblemException problems)
        {
            ErrorOutput.Write(problems.Problems);
            if (diagnostic && problems.InnerException is { } cause) await Console.Error.WriteLineAsync(cause.ToString());
            return problems.ExitCode;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            ErrorOutput.Write([new Problem(ErrorCodes.Internal, failure.Message, null, "run again with --verbosity=diagnostic, and report what it prints")]);
            if (diagnostic) await Console.Error.WriteLineAsync(failure.ToString());
            return ExitCode.Failed;
        }
    }

    private static Problem? UnknownCommand(ParseResult parsed)
    {
        if (parsed.CommandResult.Command is not RootCommand root || parsed.UnmatchedTokens is not [var given, ..]) return null;
        var commands = string.Join(", ", root.Subcommands.Select(command => command.Name));
        return new Problem(ErrorCodes.UnknownTarget, $"there is no command '{given}'", null, $"take one of: {commands}; --help shows them");
    }

    // Only the commands that the arguments name get their flags: of all of them it would be a thousand, and the start would wait for them.
    private static RootCommand Root(TimeProvider time, string[] args)
    {
        var root = new RootCommand("A DynamoDB load test that is honest about latency and counts every throttle.");
        root.Add(Command(
            args, "run", "Run a load test: against a local server with --environment=local, or against a table in AWS.",
            (settings, _) => new RunCommand(time).ExecuteAsync(settings), readsDeployed: true));
        root.Add(Command(
            args, "plan", "Show what a run would do and its estimated cost, and do nothing.",
            (settings, _) => PlanCommand.ExecuteAsync(settings, time), readsDeployed: true));
        var merge = Command(
            args, "merge", "Add the results of a run's workers up to one report, and judge the whole.", StoredRunCommand.MergeAsync, option => option == ApplicationOptions.Verbosity);
        merge.Add(StoredRunCommand.RunFolder);
        root.Add(merge);
        var report = Command(
            args, "report", "Make the reports of a run anew from its record.", StoredRunCommand.ReportAsync, option => option == ApplicationOptions.Verbosity);
        report.Add(StoredRunCommand.RunFolder);
        root.Add(report);
        var compare = Command(
            args, "compare", "Compare two runs, and tell differences from chance.", CompareCommand.ExecuteAsync, option => option == ApplicationOptions.Verbosity);
        compare.Add(CompareCommand.First);
        compare.Add(CompareCommand.Second);
        root.Add(compare);
        var server = Command(
            args, "local-dynamo", "Run the local DynamoDB-compatible server by itself, on 127.0.0.1, until it is stopped.",
            (settings, parsed) => LocalDynamoCommand.ExecuteAsync(settings, parsed.GetValue(LocalDynamoCommand.UntilInputEnds), time),
            option => option.Group == OptionGroup.LocalServer);
        server.Add(LocalDynamoCommand.UntilInputEnds);
        root.Add(server);
        return root;
    }

    private static Command Command(
        string[] args, string name, string description, Func<Settings, ParseResult, Task<ExitCode>> execute, Func<TableOption, bool>? isOwn = null,
        bool readsDeployed = false)
    {
        var command = new Command(name, description) { TreatUnmatchedTokensAsErrors = false };
        var options = IsNamed(name, args) ? KnownOptions.Table.All.Where(option => option.Scope.HasFlag(OptionScope.Program)) : [];
        var flags = options.ToDictionary(option => FlagOf(option, isHidden: isOwn?.Invoke(option) == false), option => option);
        foreach (var flag in flags.Keys) command.Add(flag);
        command.SetAction(async (parsed, stop) => (int)await execute(await ReadAsync(parsed, flags, readsDeployed, stop), parsed));
        return command;
    }

    // What a response file names is known only after it was parsed.
    private static bool IsNamed(string command, string[] args) => args.Any(arg => arg == command || arg.StartsWith('@'));

    // Values are read by the table's own kinds, the same for every source: here they are text only.
    private static Flag FlagOf(TableOption option, bool isHidden) => new("--" + option.Flag)
    {
        Description = option.DefaultText is { Length: > 0 } text ? $"{option.Help} [default: {text}]" : option.Help,
        HelpName = option.Unit ?? option.Name,
        Arity = ArgumentArity.ZeroOrMore,
        Hidden = isHidden,
    };

    private static async Task<Settings> ReadAsync(ParseResult parsed, Dictionary<Flag, TableOption> flags, bool readsDeployed, CancellationToken stop)
    {
        var given = new List<FlagValue>();
        foreach (var (flag, option) in flags)
        {
            if (parsed.GetResult(flag) is not { Implicit: false } result) continue;
            if (result.Tokens.Count == 0) given.Add(new FlagValue(option.Flag, null));
            given.AddRange(result.Tokens.Select(token => new FlagValue(option.Flag, token.Value)));
        }

        given.AddRange(parsed.UnmatchedTokens.Select(Unmatched));
        var input = new SettingsInput { Flags = given, Scope = OptionScope.Program };
        // A server of a run was told everything by its flags. The other sources are about the run, and may be right only together with the run's own flags.
        if (!parsed.GetValue(LocalDynamoCommand.UntilInputEnds)) input = input with { Environment = ProcessEnvironment(), Folder = WorkingFolder() };
        if (readsDeployed && EcsTask.Current is not null) input = await WithDeployedAsync(input, stop);
        var read = SettingsReader.Read(input);
        ErrorOutput.Write(read.Warnings);
        return read.SettingsOrThrow();
    }

    // What is wrong without the deployed settings may be right with them, so that only where to find them is taken from here.
    private static async Task<SettingsInput> WithDeployedAsync(SettingsInput input, CancellationToken stop)
    {
        var known = SettingsReader.Read(input).Settings;
        return known.IsLocal ? input : input with { Ssm = await DeployedSettings.ReadAsync(known, stop) };
    }

    private static string WorkingFolder()
    {
        try
        {
            return Directory.GetCurrentDirectory();
        }
        catch (IOException gone)
        {
            throw new ProblemException(
                new Problem(ErrorCodes.UnreadableFile, "the folder that the program was started in does not exist any more", null, "start it in a folder that exists"), gone);
        }
    }

    private static FlagValue Unmatched(string token)
    {
        var parts = token.TrimStart('-').Split('=', 2);
        return new FlagValue(parts[0], parts.Length > 1 ? parts[1] : null, token.Split('=', 2)[0]);
    }

    private static Dictionary<string, string> ProcessEnvironment() => Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
        .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "", StringComparer.Ordinal);
}
