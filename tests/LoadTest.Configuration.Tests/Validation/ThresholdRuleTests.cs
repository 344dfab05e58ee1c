using LoadTest.Configuration.Problems;
using LoadTest.Configuration.Sources;

namespace LoadTest.Configuration.Tests.Validation;

public sealed class ThresholdRuleTests
{
    [TestCase("rate=5|duration=1s|thresholds=achieved-rate>=99%,put:p99<1s", null)]
    [TestCase("total-items=5|thresholds=achieved-rate>=99/s", null)]
    [TestCase("total-items=5|thresholds=achieved-rate>=99%", "threshold achieved-rate>=99% is a share of the offered rate, and a closed load offers none")]
    [TestCase("thresholds=get:p99<1s", "threshold get:p99<1s is about an operation that OperationMix has not")]
    [TestCase("operation-mix=get=1|thresholds=get:p99<1s", null)]
    [TestCase("thresholds=p99<=110%", "Thresholds are relative to a baseline, and none is given")]
    [TestCase("thresholds=p99<=110%|baseline=artifacts/runs/x", null)]
    [TestCase("thresholds=p99<1s|baseline=artifacts/runs/x", null)]
    [TestCase("thresholds=p99>20ms,p99<10ms", "thresholds p99>20ms and p99<10ms exclude each other")]
    [TestCase("thresholds=p99<10ms,p50>=10ms", "thresholds p50>=10ms and p99<10ms exclude each other")]
    [TestCase("thresholds=service-max<=10ms,service-p1>10ms", "thresholds service-p1>10ms and service-max<=10ms exclude each other")]
    [TestCase("thresholds=p50>=10ms,p99<=10ms,max>20ms,p99>1ms,service-p50>1s", null)]
    [TestCase("thresholds=put:p99>20ms,p99<10ms,mean>1s,p99.9<1s", null)]
    [TestCase("thresholds=errors<0", "threshold errors<0 never holds: nothing is below zero")]
    [TestCase("rate=5|duration=1s|thresholds=achieved-rate>=100.5%,achieved-rate>=100%", "threshold achieved-rate>=100.5% never holds: there is no more than 100 %")]
    [TestCase("thresholds=errors<=0,error-rate<=0%,errors>=3", "thresholds errors>=3 and errors<=0 exclude each other")]
    public void A_threshold_that_could_never_be_judged_is_found_before_the_run(string flags, string? expected)
    {
        var result = SettingsReader.Read(new SettingsInput
        {
            Flags = [.. flags.Split('|').Select(flag => flag.Split('=', 2)).Select(parts => new FlagValue(parts[0], parts[1]))],
        });
        Assert.That(result.Problems.Select(problem => problem.What), Is.EqualTo(expected is null ? [] : new[] { expected }));
    }

    [Test]
    public void Flaws_are_one_problem_with_its_place_and_what_is_expected()
    {
        var result = SettingsReader.Read(new SettingsInput { Flags = [new FlagValue("thresholds", "p98<,x<1ms")] });
        var problem = result.Problems.Single();
        Assert.Multiple(() =>
        {
            Assert.That(problem.Code, Is.EqualTo(ErrorCodes.NotReadable));
            Assert.That(problem.Origin, Is.EqualTo("--thresholds"));
            Assert.That(problem.What, Does.Contain("at character 1 ").And.Contain("at character 6 'x' is no metric"));
            Assert.That(problem.Fix, Does.StartWith("give thresholds such as p99<25ms,"));
        });
    }
}
