using LoadTest.Configuration.Documentation;
using LoadTest.Configuration.Options;

namespace LoadTest.Configuration.Tests.Documentation;

public sealed class HelpTests
{
    [TestCase("--rate=OPERATIONS/S", "Operations started a second, whatever the table's answers do: the open model. Needs Duration. Takes a number from 0.001 to 1000000000.")]
    [TestCase("--verify=all|sample|none", "What is read back after the run and compared with what was acknowledged; a sample is of some 10,000 items. Takes all, sample or none; default all.")]
    [TestCase("--run-id=VALUE", "Names the run and the folder of its results. Takes a name of up to 64 letters, digits, points, hyphens and underscores; default: made from the time.")]
    public void A_row_says_how_an_option_is_typed_and_what_it_does(string syntax, string text) =>
        Assert.That(HelpRow.Of(KnownOptions.Table, OptionScope.Program).Single(row => row.Syntax == syntax).Text, Is.EqualTo(text));

    [Test]
    public void A_program_lists_its_own_options_alone()
    {
        var program = HelpRow.Of(KnownOptions.Table, OptionScope.Program).Select(row => row.Syntax).ToList();
        var automation = HelpRow.Of(KnownOptions.Table, OptionScope.Automation).Select(row => row.Syntax).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(program, Has.None.StartsWith("--vpc-cidr").And.None.StartsWith("--secret"));
            Assert.That(automation, Has.One.StartsWith("--vpc-cidr=").And.None.StartsWith("--secret"));
            Assert.That(automation, Is.SupersetOf(program), "the automation passes on what the load test takes");
        });
    }
}
