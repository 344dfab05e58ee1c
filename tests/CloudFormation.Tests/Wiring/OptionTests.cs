using Build.Templates.Reading;
using LoadTest.Configuration.Options;
using Newtonsoft.Json.Linq;

namespace CloudFormation.Tests.Wiring;

/// <summary>The templates and the one option table agree.</summary>
public sealed class OptionTests
{
    private static IEnumerable<(Stack Stack, JProperty Parameter)> Parameters =>
        from stack in CommittedTemplates.All.Stacks
        from parameter in CommittedTemplates.All[stack.Name].Parameters.Properties()
        select (stack, parameter);

    private static IEnumerable<(Option Option, Stack Stack, JObject Body)> Settings =>
        from pair in Parameters
        let option = KnownOptions.Find(pair.Parameter.Name)
        where option is not null && !pair.Stack.Passed.ContainsKey(pair.Parameter.Name)
        select (option, pair.Stack, (JObject)pair.Parameter.Value);

    [Test]
    public void Every_parameter_has_a_source()
    {
        var orphans = Parameters
            .Where(pair => !pair.Stack.Passed.ContainsKey(pair.Parameter.Name)
                && KnownOptions.Find(pair.Parameter.Name)?.Scope.HasFlag(OptionScope.Template) != true)
            .Select(pair => $"{pair.Stack.Name}.{pair.Parameter.Name}");

        Assert.That(orphans, Is.Empty);
    }

    [Test]
    public void Every_option_for_templates_is_a_parameter_of_one()
    {
        var used = Parameters.Select(pair => pair.Parameter.Name).ToHashSet();

        var options = KnownOptions.All.Where(option => option.Scope.HasFlag(OptionScope.Template)).Select(option => option.Name);
        Assert.That(options, Is.SubsetOf(used));
    }

    [Test]
    public void A_parameter_is_spelled_as_its_option()
    {
        var misspelled = Parameters
            .Select(pair => (pair.Parameter.Name, KnownOptions.Find(pair.Parameter.Name)?.Name))
            .Where(pair => pair.Item2 is not null && pair.Item2 != pair.Item1);

        Assert.That(misspelled, Is.Empty);
    }

    [Test]
    public void A_default_is_the_options_default()
    {
        var differing = Settings
            .Where(setting => setting.Body["Default"] is not null && (string?)setting.Body["Default"] != setting.Option.DefaultText)
            .Select(setting => $"{setting.Stack.Name}.{setting.Option}: {setting.Body["Default"]}, and not {setting.Option.DefaultText}");

        Assert.That(differing, Is.Empty);
    }

    [Test]
    public void Allowed_values_are_those_of_the_option()
    {
        foreach (var (option, stack, body) in Settings)
        {
            if (option.Shape.Choices is { } choices && body["AllowedValues"] is JArray allowed)
                Assert.That(allowed.Select(Intrinsics.Text), Is.EquivalentTo(choices), $"{stack.Name}.{option}");
        }
    }

    [Test]
    public void What_the_template_says_of_cpu_and_memory_is_what_Fargate_has()
    {
        var rules = (JObject)CommittedTemplates.All["loadtest"].Root["Rules"]!;

        foreach (var cpu in EcsOptions.TaskCpu.Shape.Choices!)
        {
            var allowed = rules[$"Memory{cpu}"]!.SelectToken("Assertions[0].Assert.['Fn::Contains'][0]")!.Select(Intrinsics.Text);
            Assert.That(allowed, Is.EqualTo(FargateSizes.Memory(cpu)), $"TaskCpu {cpu}");
        }
    }

    [Test]
    public void The_settings_path_holds_the_old_names_the_rest_and_the_bucket()
    {
        var names = CommittedTemplates.All["loadtest"].ResourcesOfType("AWS::SSM::Parameter").Select(parameter => parameter.Text("Name"));

        Assert.That(names, Is.EquivalentTo(
            KnownOptions.SsmParameters.Select(option => option.Flag).Concat(["settings", "results-bucket"]).Distinct()
                .Select(name => $"${{SSMParameterPrefix}}/{name}")));
    }
}
