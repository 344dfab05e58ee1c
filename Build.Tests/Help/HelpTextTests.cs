using Build.Help;
using Build.Options;
using Build.Targets;
using LoadTest.Configuration.Options;

namespace Build.Tests.Help;

[TestFixture]
internal sealed class HelpTextTests
{
    private static IEnumerable<Option> Shown => AutomationOptions.Table.All.Where(option => !option.Secret);

    [Test]
    public void Every_target_and_option_is_listed_with_an_example()
    {
        var catalogue = new TargetCatalogue(typeof(BuildContext).Assembly);
        var text = new HelpText(catalogue).Render();
        Assert.Multiple(() =>
        {
            foreach (var target in catalogue.Targets) Assert.That(text, Does.Contain($"e.g. {target.Example}\n"));
            foreach (var option in Shown.Where(option => (option.Scope & (OptionScope.Program | OptionScope.Automation)) != OptionScope.None))
                Assert.That(text, Does.Contain($"\n  --{option.Flag}").And.Contains($"e.g. {OptionExample.Of(option)}\n"));
        });
    }

    [TestCaseSource(nameof(Shown))]
    public void The_example_of_an_option_is_a_value_that_it_takes(Option option)
    {
        if (option is Option<bool>) Assert.That(OptionExample.Of(option), Does.EndWith($"--{option.Flag}").Or.EndWith("=false"));
        else Assert.That(option.TryParseValue(OptionExample.ValueOf(option), null, out _, out var problem), Is.True, problem?.ToString());
    }

    [TestCaseSource(nameof(Shown))]
    public void The_example_of_an_option_is_a_command_line_without_problems(Option option) =>
        Assert.That(CommandLine.Read(OptionExample.Of(option).Split(' ')).Problems, Is.Empty);

    [Test]
    public void No_secret_is_offered_as_a_flag() => Assert.Multiple(() =>
    {
        var text = new HelpText(new TargetCatalogue(typeof(BuildContext).Assembly)).Render();
        foreach (var option in AutomationOptions.Table.All.Where(option => option.Secret)) Assert.That(text, Does.Not.Contain("--" + option.Flag + " "));
    });
}
