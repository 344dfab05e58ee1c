using Build.Options;
using LoadTest.Configuration.Options;

namespace Build.Tests.Options;

[TestFixture]
internal sealed class CommandLineTests
{
    [TestCase("--target=Test", "--suite=quick")]
    [TestCase("--target", "Test", "--suite", "quick")]
    [TestCase("-t", "Test", "--SUITE=QUICK")]
    [TestCase("-t=Test", "--suite=quick")]
    public void Options_are_read_in_every_form_that_cake_takes(params string[] arguments)
    {
        var read = CommandLine.Read(arguments);
        Assert.That(read.Problems, Is.Empty);
        Assert.That(read.Options.Targets, Is.EqualTo(["Test"]));
        Assert.That(read.Options.Get(AutomationOptions.Suite), Is.EqualTo(Suite.Quick));
    }

    [Test]
    public void A_switch_needs_no_value_and_does_not_take_the_next_word()
    {
        var read = CommandLine.Read(["--require-all", "--target=Test", "--fix=false"]);
        Assert.That(read.Problems, Is.Empty);
        Assert.That(read.Options.Get(AutomationOptions.RequireAll), Is.True);
        Assert.That(read.Options.Get(AutomationOptions.Fix), Is.False);
    }

    [Test]
    public void Without_a_target_the_default_is_meant() => Assert.That(CommandLine.Read([]).Options.Targets, Is.EqualTo(["Default"]));

    [Test]
    public void Only_what_the_load_test_takes_is_passed_on_to_it_as_it_was_typed()
    {
        var read = CommandLine.Read(["--target=RunLoadTest", "--rate", "0500", "--consistent-read", "--exclusive", "--stack-name=x", "--environment=local"]);
        Assert.That(read.Problems, Is.Empty);
        Assert.That(read.Options.ProgramArguments, Is.EqualTo(ExpectedFor("--rate=0500", "--consistent-read=true", "--stack-name=x", "--environment=local")));
    }

    [Test]
    public void The_value_of_a_load_test_option_is_left_to_the_load_test() =>
        Assert.That(CommandLine.Read(["--target=RunLoadTest", "--rate=fast"]).Problems, Is.Empty);

    [Test]
    public void The_short_forms_are_those_of_cake()
    {
        var read = CommandLine.Read(["-e", "-v", "quiet", "-h"]);
        Assert.That(read.Problems, Is.Empty);
        Assert.That(read.Options.Get(AutomationOptions.Exclusive) && read.Options.Get(AutomationOptions.Help), Is.True);
        Assert.That(HostArguments.Of(read.Options), Is.EqualTo(["--target=Default", "--exclusive", "--verbosity=quiet"]));
    }

    [TestCase("--noop", "--dryrun")]
    [TestCase("--whatif", "--dryrun")]
    [TestCase("--showtree", "--tree")]
    [TestCase("--showdescription", "--description")]
    [TestCase("--ver", "--version")]
    public void Other_spellings_of_cake_mean_the_same(string typed, string meant) =>
        Assert.That(HostArguments.Of(CommandLine.Read([typed]).Options), Does.Contain(meant));

    [TestCase("--dry-run", "did you mean --dryrun?")]
    [TestCase("--TotalItem=5", "did you mean --total-items?")]
    [TestCase("--total_items=5", "did you mean --total-items?")]
    [TestCase("--zzzzzzzz", "see ./build.sh --help for all of them")]
    [TestCase("-x", "see ./build.sh --help for all of them")]
    public void An_undeclared_option_is_a_problem_that_suggests_the_nearest(string typed, string fix)
    {
        var problem = CommandLine.Read([typed]).Problems.Single();
        Assert.That((problem.Code.Id, problem.Fix), Is.EqualTo(("LT0101", fix)));
    }

    [Test]
    public void A_key_or_variable_is_no_flag() => Assert.That(CommandLine.Read(["--AWS_REGION=us-east-1"]).Problems, Has.Count.EqualTo(1));

    [Test]
    public void The_value_behind_an_unknown_name_is_not_repeated() =>
        Assert.That(CommandLine.Read(["--aws-secret-acces-key=hunter2"]).Problems.Single().ToString(), Does.Not.Contain("hunter2"));

    [Test]
    public void An_option_that_is_given_twice_is_a_problem_except_the_target()
    {
        var read = CommandLine.Read(["--target=Format", "--target=Test", "--rate=1", "--rate=2"]);
        Assert.That(read.Options.Targets, Is.EqualTo(["Format", "Test"]));
        Assert.That(read.Problems.Single().What, Is.EqualTo("--rate is given 2 times"));
    }

    [TestCase("--rid")]
    [TestCase("--rid", "--fix")]
    public void An_option_without_a_value_is_a_problem(params string[] arguments) =>
        Assert.That(CommandLine.Read(arguments).Problems.Single().What, Is.EqualTo("--rid has no value"));

    // Which options the load test takes is the table's to say.
    private static string[] ExpectedFor(params string[] typed) =>
        [.. typed.Where(text => KnownOptions.Find(text[2..text.IndexOf('=', StringComparison.Ordinal)])!.Scope.HasFlag(OptionScope.Program))];
}
