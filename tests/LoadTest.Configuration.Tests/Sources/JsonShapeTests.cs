using LoadTest.Configuration.Options;
using LoadTest.Configuration.Problems;

namespace LoadTest.Configuration.Tests.Sources;

public sealed class JsonShapeTests
{
    [TestCase("""{"TotalItems": 7}""")]
    [TestCase("""{"totalitems": "7"}""")]
    [TestCase("""{"TOTAL_ITEMS": 7}""")]
    [TestCase("""{"Parameters": {"TotalItems": "7"}, "Tags": {"a": ["b"]}, "StackPolicy": {}}""")]
    [TestCase("""{"Parameters": [{"ParameterKey": "TotalItems", "ParameterValue": "7", "UsePreviousValue": false}]}""")]
    [TestCase("""[{"ParameterValue": 7, "ParameterKey": "TotalItems"}]""")]
    [TestCase("""/* note */ {"$schema": "./parameters.schema.json", /* note */ "TotalItems": 7}""")]
    [TestCase("\uFEFF{\"TotalItems\": 7}\r\n")]
    public void Every_shape_gives_the_same_settings(string json)
    {
        using var folder = new SettingsFolder().With("parameters.json", json);
        var result = folder.Read();
        Assert.Multiple(() =>
        {
            Assert.That(result.Problems, Is.Empty);
            Assert.That(result.Warnings, Is.Empty);
            Assert.That(result.Settings.Get(LoadOptions.TotalItems), Is.EqualTo(7));
        });
    }

    [TestCase("")]
    [TestCase("{")]
    [TestCase("""{"TotalItems": 7""")]
    [TestCase("""{"TotalItems": }""")]
    [TestCase("""[{"ParameterKey": "TotalItems", """)]
    [TestCase("""{"TotalItems": 7} x""")]
    [TestCase("""{"TotalItems": 7} {}""")]
    [TestCase("""{"Tags": [1, {"a": """)]
    [TestCase("""{"TotalItems": new Date(0)}""")]
    public void Broken_json_is_one_problem_with_its_place(string json)
    {
        using var folder = new SettingsFolder().With("parameters.json", json);
        var problem = folder.Read().Problems.Single();
        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.BrokenJson));
        Assert.That(problem.Origin, Does.Match(@"\Aparameters\.json line 1, column \d+\z"));
    }

    [TestCase("7")]
    [TestCase("null")]
    [TestCase("\"text\"")]
    [TestCase("[1]")]
    [TestCase("""[{"ParameterKey": "TotalItems"}]""")]
    [TestCase("""[{"ParameterKey": 5, "ParameterValue": "7"}]""")]
    [TestCase("""{"TotalItems": null}""")]
    [TestCase("""{"TotalItems": {"a": [1]}}""")]
    [TestCase("""{"TotalItems": [7]}""")]
    public void Json_of_another_shape_is_one_problem(string json)
    {
        using var folder = new SettingsFolder().With("parameters.json", json);
        Assert.That(folder.Read().Problems.Select(problem => problem.Code), Is.EqualTo(new[] { ErrorCodes.WrongShape }));
    }

    [Test]
    public void A_key_that_stands_twice_is_seen_whatever_its_spelling()
    {
        using var folder = new SettingsFolder().With("parameters.json", "{\n\"TotalItems\": 1,\n\"TotalItems\": 2,\n\"Rate\": \"\",\n\"rate\": \"\"}");
        var problem = folder.Read().Problems.Single();
        Assert.That((problem.Code, problem.Origin), Is.EqualTo((ErrorCodes.GivenTwice, "parameters.json line 2 and parameters.json line 3")));
    }

    [Test]
    public void Lines_and_columns_are_those_of_the_value()
    {
        using var folder = new SettingsFolder().With("parameters.json", "{\r\n  \"TotalItems\": \"x\",\r\n  \"Seed\":\r\n  [\r\n  ]\r\n}");
        Assert.That(folder.Read().Problems.Select(problem => problem.Origin), Is.EqualTo(new[] { "parameters.json line 4, column 3", "parameters.json line 2" }));
    }

    [Test]
    public void A_folder_in_place_of_a_file_is_a_problem()
    {
        using var folder = new SettingsFolder();
        Directory.CreateDirectory(Path.Combine(folder.Input().Folder!, "parameters.json"));
        Assert.That(folder.Read().Problems.Single().Code, Is.EqualTo(ErrorCodes.UnreadableFile));
    }
}
