using LoadTest.Configuration.Options;
using Newtonsoft.Json.Linq;

namespace CloudFormation.Tests.Wiring;

public sealed class ParameterFileTests
{
    private static readonly OptionGroup[] LeftOut = [OptionGroup.LocalServer, OptionGroup.Automation];

    private static JObject Committed => (JObject)JObject.Parse(ParameterFiles.Text("parameters.json"))["Parameters"]!;

    [TestCase("parameters.json")]
    [TestCase("parameters.local.json")]
    [TestCase("parameters.example.json")]
    public void The_file_has_the_form_that_the_AWS_CLI_takes(string file)
    {
        var json = JObject.Parse(ParameterFiles.Text(file));

        Assert.That(json["Parameters"], Is.TypeOf<JObject>());
        var types = ((JObject)json["Parameters"]!).Properties().Select(parameter => parameter.Value.Type);
        Assert.That(types, Is.All.EqualTo(JTokenType.String));
    }

    [TestCase("parameters.json")]
    [TestCase("parameters.local.json")]
    [TestCase("parameters.example.json")]
    public void Every_key_is_an_option_in_its_own_spelling(string file)
    {
        var keys = ((JObject)JObject.Parse(ParameterFiles.Text(file))["Parameters"]!).Properties().Select(key => key.Name);

        Assert.That(keys, Is.SubsetOf(KnownOptions.All.Select(option => option.Name)));
    }

    [Test]
    public void The_file_holds_every_option_of_a_template() =>
        Assert.That(
            KnownOptions.All.Where(option => option.Scope.HasFlag(OptionScope.Template)).Select(option => option.Name),
            Is.SubsetOf(Committed.Properties().Select(key => key.Name)));

    [Test]
    public void The_file_is_grouped_as_the_option_table() =>
        Assert.That(
            Committed.Properties().Select(key => key.Name),
            Is.EqualTo(KnownOptions.All.OrderBy(option => option.Group).Select(option => option.Name).Where(Committed.ContainsKey)));

    [Test]
    public void The_file_says_the_defaults()
    {
        foreach (var (name, value) in Committed) Assert.That((string?)value, Is.EqualTo(KnownOptions.Find(name)!.DefaultText), name);
    }

    [Test]
    public void The_file_lacks_only_what_has_no_fixed_value_or_is_of_one_machine_or_run()
    {
        var lacking = KnownOptions.All
            .Where(option => !Committed.ContainsKey(option.Name) && !option.Secret && option.HasDefault && !LeftOut.Contains(option.Group))
            .Select(option => option.Name);

        Assert.That(lacking, Is.EquivalentTo([ApplicationOptions.Verbosity.Name, ResultsOptions.ArtifactsPath.Name]));
    }
}
