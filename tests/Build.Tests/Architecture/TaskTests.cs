using System.Reflection;
using Build.Targets;
using Cake.Frosting;

namespace Build.Tests.Architecture;

[TestFixture]
internal sealed class TaskTests
{
    private static readonly Type[] Tasks = [.. typeof(BuildContext).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IFrostingTask)))];

    // Docker is called through Cake.Docker: the caller, what it hears and how it is stopped.
    private static readonly string[] CallersOfDocker = ["Docker.cs", "DockerLines.cs", "StoppableContext.cs"];

    private static IEnumerable<string> Files => Directory.EnumerateFiles(TestSupport.RepositoryRoot.Combine("build", "Tasks"), "*.cs");

    [TestCaseSource(nameof(Tasks))]
    public void A_task_is_public_and_sealed_with_a_description_and_an_example(Type task) => Assert.Multiple(() =>
    {
        Assert.That(task is { IsPublic: true, IsSealed: true, Namespace: "Build.Tasks" });
        Assert.That(task.GetCustomAttribute<TaskDescriptionAttribute>()?.Description, Does.EndWith("."));
        Assert.That(task.GetCustomAttribute<ExampleAttribute>()?.CommandLine, Does.StartWith("./build.sh"));
    });

    [TestCaseSource(nameof(Files))]
    public void A_file_of_tasks_holds_one_task_in_at_most_40_lines(string file)
    {
        Assert.That(Tasks.Count(task => task.Name == Path.GetFileNameWithoutExtension(file)), Is.EqualTo(1));
        Assert.That(File.ReadAllLines(file), Has.Length.LessThanOrEqualTo(40));
    }

    [Test]
    public void Each_task_has_its_own_file() =>
        Assert.That(Files.Select(Path.GetFileNameWithoutExtension), Is.EquivalentTo(Tasks.Select(task => task.Name)));

    [Test]
    public void The_context_cannot_be_changed() =>
        Assert.That(typeof(BuildContext).GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
            .Where(property => property.CanWrite), Is.Empty);

    [Test]
    public void The_context_holds_no_service() =>
        Assert.That(
            typeof(BuildContext).GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly).Select(property => property.PropertyType),
            Is.EquivalentTo([typeof(Build.Options.BuildOptions), typeof(BuildPaths)]));

    [Test]
    public void The_published_systems_are_those_of_the_lock_files()
    {
        var props = System.Xml.Linq.XDocument.Load(TestSupport.RepositoryRoot.Combine("src", "Directory.Build.props"));
        Assert.That(props.Descendants("RuntimeIdentifiers").Single().Value.Split(';'), Is.EquivalentTo(Build.DotNet.RuntimeId.All));
    }

    [Test]
    public void Services_know_no_cake()
    {
        string[] folders = ["Processes", "DotNet", "Testing", "Running", "Cleanup", "Options", "Linting", "Templates", "Stacks", "Network", "Aws", "Images", "Stacks"];
        var using_ = folders.SelectMany(folder => Directory.EnumerateFiles(TestSupport.RepositoryRoot.Combine("build", folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => File.ReadAllText(file).Contains("using Cake", StringComparison.Ordinal))
            .Select(Path.GetFileName).Except(CallersOfDocker);
        Assert.That(using_, Is.Empty);
    }
}
