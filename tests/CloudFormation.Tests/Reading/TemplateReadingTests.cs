using Build.Templates.Reading;
using Build.Templates.Rules;
using TestSupport;

namespace CloudFormation.Tests.Reading;

/// <summary>The folder as it is found when somebody broke it.</summary>
public sealed class TemplateReadingTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void Copy()
    {
        _folder = new TemporaryFolder();
        foreach (var file in Directory.GetFiles(CommittedTemplates.Folder)) File.Copy(file, _folder.Combine(Path.GetFileName(file)));
    }

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public void The_committed_folder_is_read_whole()
    {
        Assert.That(Found, Is.Empty);
        Assert.That(TemplateRules.For(TemplateReading.Of(_folder.Path)), Is.EqualTo(TemplateRules.All));
    }

    [Test]
    public void Everything_that_cannot_be_read_is_reported_at_once_and_the_rest_is_judged()
    {
        _folder.Write("network.yaml", "Resources: [1");
        _folder.Write("table.yaml", "Resources:\n  Table: 5");
        _folder.Write("more.yaml", "Resources: {}");
        File.Delete(_folder.Combine("registry.yaml"));
        var reading = TemplateReading.Of(_folder.Path);

        Assert.Multiple(() =>
        {
            Assert.That(Found, Has.Length.EqualTo(4));
            Assert.That(Found, Has.Some.Match(@"^stacks\.json:\d+: registry\.template: registry\.yaml is not there\."));
            Assert.That(Found, Has.Some.Match(@"^network\.yaml:\d+: file: "));
            Assert.That(Found, Has.Some.EqualTo("table.yaml:2: Table: is no mapping."));
            Assert.That(Found, Has.Some.EqualTo("more.yaml:1: file: is in no stack of stacks.json."));
            Assert.That(reading.Readable.Templates.Select(template => template.Name), Is.EqualTo(["loadtest", "monitoring", "more"]));
            Assert.That(TemplateRules.For(reading).SelectMany(rule => rule.Check(reading.Readable)), Is.Empty);
        });
    }

    [TestCase("Resources:\n  A:\n    Properties: {}", "table.yaml:2: A: has no type.")]
    [TestCase("Parameters:\n- A", "table.yaml:1: Parameters: is no mapping.")]
    public void A_template_without_the_form_of_one_is_refused(string yaml, string says)
    {
        _folder.Write("table.yaml", yaml);
        Assert.That(Found, Is.EqualTo([says]));
    }

    [TestCase("""{ "stacks": [""", "stacks.json:1: file: is not JSON")]
    [TestCase("{}", "stacks.json:1: file: holds no list of stacks.")]
    [TestCase("""{ "stacks": [ 5 ] }""", "stacks.json:1: file: a stack needs name, as String.")]
    [TestCase("{ \"stacks\": [\n{ \"name\": \"a\", \"template\": \"a.yaml\" } ] }", "stacks.json:2: file: a stack needs perEnvironment, as Boolean.")]
    public void A_broken_list_of_stacks_is_named_and_the_templates_are_judged_all_the_same(string json, string says)
    {
        _folder.Write("stacks.json", json);
        Assert.That(Found, Has.Length.EqualTo(1).And.Some.StartsWith(says));
        Assert.That(TemplateReading.Of(_folder.Path).Readable.Templates, Has.Count.EqualTo(5));
    }

    private string[] Found => [.. TemplateReading.Of(_folder.Path).Findings.Select(finding => finding.ToString())];
}
