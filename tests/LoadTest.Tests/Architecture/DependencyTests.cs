using System.Text.RegularExpressions;
using TestSupport;

namespace LoadTest.Tests.Architecture;

/// <summary>What no arrow of docs/architecture.md can say; the arrows are held by the tests of the documentation.</summary>
public sealed partial class DependencyTests
{
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

    private static IEnumerable<(string Name, string Folder, string Text)> Sources(string project)
    {
        var root = RepositoryRoot.Combine("src", project);
        return Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(path => (path, relative: Path.GetRelativePath(root, path).Replace('\\', '/')))
            .Where(file => !file.relative.StartsWith("obj/", StringComparison.Ordinal) && !file.relative.StartsWith("bin/", StringComparison.Ordinal))
            .Select(file => (file.relative, file.relative.Contains('/', StringComparison.Ordinal) ? file.relative[..file.relative.IndexOf('/', StringComparison.Ordinal)] : "", File.ReadAllText(file.path)));
    }

    [GeneratedRegex(@"\b(?:Ansi)?Console\.(?:Write|Out|Error|In|Read|Markup)", RegexOptions.NonBacktracking)]
    private static partial Regex TerminalUse();
}
