using System.Text.RegularExpressions;
using TestSupport;

namespace LoadTest.Tests.Architecture;

/// <summary>Data flows one way: docs/architecture.md says which, and these tests hold it.</summary>
public sealed partial class DependencyTests
{
    // Each folder may use those before it in its own project.
    private static readonly string[] Engine = ["Planning", "Scheduling", "Execution", "Recording", "Thresholds", "Searching", "Comparing", "Reporting", "Records"];
    private static readonly string[] Program = ["Costs", "Items", "Operations", "Wire", "DynamoDb", "Planning", "Searching", "Advising", "Results", "Local", "Workers", "Cli"];

    // The engine's two ways round, each with its reason.
    private static readonly string[] KnownInEngine =
    [
        "Execution -> Recording", // a lane hands its outcome to the recorder
        "Execution -> Reporting", // the run returns its result
        "Searching -> Reporting", // a trial's latencies are those that reports show
        "Thresholds -> Reporting", // the result is judged, and reports show the verdicts
    ];

    [Test]
    public void The_engine_knows_no_AWS_and_no_other_project()
    {
        var foreign = typeof(Engine.Execution.LoadRun).Assembly.GetReferencedAssemblies().Select(name => name.Name!)
            .Where(name => !name.StartsWith("System", StringComparison.Ordinal) && name is not ("HdrHistogram" or "netstandard"));
        Assert.That(foreign, Is.Empty);
    }

    [Test]
    public void The_configuration_knows_neither_AWS_nor_Cake_nor_the_engine()
    {
        var foreign = typeof(LoadTest.Configuration.Settings).Assembly.GetReferencedAssemblies().Select(name => name.Name!)
            .Where(name => !name.StartsWith("System", StringComparison.Ordinal) && name is not ("Newtonsoft.Json" or "netstandard"));
        Assert.That(foreign, Is.Empty);
    }

    [Test]
    public void The_local_server_knows_no_AWS_SDK_and_nothing_of_the_load_test()
    {
        var foreign = typeof(LocalDynamo.LocalDynamoServer).Assembly.GetReferencedAssemblies().Select(name => name.Name!)
            .Where(name => name.StartsWith("AWSSDK", StringComparison.Ordinal) || name.StartsWith("LoadTest", StringComparison.Ordinal));
        Assert.That(foreign, Is.Empty);
    }

    [Test]
    public void The_engine_s_folders_use_those_before_them() =>
        Assert.That(BackwardUses("LoadTest.Engine", "LoadTest.Engine", Engine).Except(KnownInEngine), Is.Empty);

    [Test]
    public void The_program_s_folders_use_those_before_them() =>
        Assert.That(BackwardUses("LoadTest", "LoadTest", Program), Is.Empty);

    [Test]
    public void Only_the_command_line_writes_to_the_terminal()
    {
        var writers = Sources("LoadTest").Concat(Sources("LoadTest.Engine")).Concat(Sources("LoadTest.Configuration")).Concat(Sources("LocalDynamo"))
            .Where(file => !file.Folder.StartsWith("Cli", StringComparison.Ordinal) && TerminalUse().IsMatch(file.Text)).Select(file => file.Name);
        Assert.That(writers, Is.Empty);
    }

    [Test]
    public void A_file_has_at_most_three_hundred_lines()
    {
        var tooLong = new[] { "LoadTest", "LoadTest.Engine", "LoadTest.Configuration", "LocalDynamo" }.SelectMany(Sources)
            .Where(file => file.Text.Count(character => character == '\n') > 300).Select(file => file.Name);
        Assert.That(tooLong, Is.Empty, "look for the missing name, and do not just split the file");
    }

    private static IEnumerable<string> BackwardUses(string project, string space, string[] order) =>
        from file in Sources(project)
        let own = Array.IndexOf(order, file.Folder)
        where own >= 0
        from Match use in UsedNamespace().Matches(file.Text)
        let used = Array.FindIndex(order, folder => use.Groups["space"].Value == $"{space}.{folder}")
        where used > own
        select $"{order[own]} -> {order[used]}";

    private static IEnumerable<(string Name, string Folder, string Text)> Sources(string project)
    {
        var root = RepositoryRoot.Combine("src", project);
        return Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(path => (path, relative: Path.GetRelativePath(root, path).Replace('\\', '/')))
            .Where(file => !file.relative.StartsWith("obj/", StringComparison.Ordinal) && !file.relative.StartsWith("bin/", StringComparison.Ordinal))
            .Select(file => (file.relative, file.relative.Contains('/', StringComparison.Ordinal) ? file.relative[..file.relative.IndexOf('/', StringComparison.Ordinal)] : "", File.ReadAllText(file.path)));
    }

    [GeneratedRegex(@"^using (?<space>LoadTest[\w.]*);", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex UsedNamespace();

    [GeneratedRegex(@"\b(?:Ansi)?Console\.(?:Write|Out|Error|In|Read|Markup)", RegexOptions.NonBacktracking)]
    private static partial Regex TerminalUse();
}
