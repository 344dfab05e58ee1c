using Build.Options;
using Build.Targets;

namespace Build.Tests.Targets;

[TestFixture]
internal sealed class TargetCatalogueTests
{
    private static readonly TargetCatalogue Catalogue = new(typeof(BuildContext).Assembly);

    [Test]
    public void The_example_of_each_target_is_a_command_line_that_runs_it() => Assert.Multiple(() =>
    {
        foreach (var target in Catalogue.Targets)
        {
            var words = target.Example.Split(' ');
            var read = CommandLine.Read(words[1..]);
            Assert.That((words[0], read.Problems.Count, read.Options.Targets[0]), Is.EqualTo(("./build.sh", 0, target.Name)));
        }
    });

    [Test]
    public void The_default_target_comes_last() => Assert.That(Catalogue.Targets[^1].Name, Is.EqualTo("Default"));

    [TestCase("runloadtest", ExpectedResult = true)]
    [TestCase("RunLoadTests", ExpectedResult = false)]
    public bool A_target_is_known_whatever_its_case(string name) => Catalogue.Knows(name);

    [TestCase("RunLoadTests", ExpectedResult = "RunLoadTest")]
    [TestCase("Tset", ExpectedResult = "Test")]
    [TestCase("Quux", ExpectedResult = null)]
    public string? The_nearest_name_is_found(string name) => Catalogue.Nearest(name);
}
