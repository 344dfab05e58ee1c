using LoadTest.Configuration.Problems;
using LoadTest.Configuration.Sources;
using LoadTest.Configuration.Validation;

namespace LoadTest.Configuration.Tests.Validation;

public sealed class FindMaxRuleTests
{
    [TestCase("rate=5|duration=1s|thresholds=p99<1s", null)]
    [TestCase("rate=5|duration=1s|thresholds=p99<1s|tasks=1", null)]
    [TestCase("thresholds=p99<1s", "FindMax needs a Rate to begin with, and a Duration for each trial")]
    [TestCase("rate=5|duration=1s", "FindMax needs Thresholds: the highest rate is the one at which they still hold")]
    [TestCase("rate=5|duration=1s|thresholds=p99<1s|tasks=3", "the search for the highest rate runs in one task, and this run has 3")]
    public void A_search_that_could_not_be_made_is_found_before_the_run(string flags, string? expected) =>
        Assert.That(Read(flags).Problems.Select(problem => problem.What), Is.EqualTo(expected is null ? [] : new[] { expected }));

    [Test]
    public void A_task_cannot_search_by_thresholds_that_are_relative_to_another_run()
    {
        const string Relative = "rate=5|duration=1s|baseline=before|thresholds=p99<1s,p50<=110%,put:max<200%baseline";
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Read(Relative).Problems, Is.Empty, "elsewhere it can");
            Assert.That(FindMaxRule.CheckTask(Read(Relative).SettingsOrThrow()).Select(problem => (problem.Code, problem.What)), Is.EqualTo(new[]
            {
                (ErrorCodes.NoPlaceToSearch, "a search in ECS cannot judge threshold p50<=110%baseline, as the task has no other run to compare with"),
                (ErrorCodes.NoPlaceToSearch, "a search in ECS cannot judge threshold put:max<200%baseline, as the task has no other run to compare with"),
            }));
            Assert.That(FindMaxRule.CheckTask(Read(Relative, findMax: false).SettingsOrThrow()), Is.Empty, "of a run, the merge judges them");
            Assert.That(FindMaxRule.CheckTask(Read("rate=5|duration=1s|thresholds=p99<1s").SettingsOrThrow()), Is.Empty);
        }
    }

    private static SettingsResult Read(string flags, bool findMax = true) => SettingsReader.Read(new SettingsInput
    {
        Flags = [new FlagValue("find-max", findMax ? "true" : "false"), .. flags.Split('|').Select(flag => flag.Split('=', 2)).Select(parts => new FlagValue(parts[0], parts[1]))],
    });
}
