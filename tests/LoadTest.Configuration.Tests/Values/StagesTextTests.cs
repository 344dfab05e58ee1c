using LoadTest.Configuration.Values;

namespace LoadTest.Configuration.Tests.Values;

public sealed class StagesTextTests
{
    [Test]
    public void A_ramp_starts_where_the_stage_before_ended()
    {
        var stages = StagesText.Parse("ramp:100:10s, hold:100:1m,RAMP:300:500ms,ramp:50..0:2").Value;
        Assert.Multiple(() =>
        {
            Assert.That(stages!.Stages, Is.EqualTo(new[]
            {
                new Stage(StageKind.Ramp, 0, 100, TimeSpan.FromSeconds(10)), new Stage(StageKind.Hold, 100, 100, TimeSpan.FromMinutes(1)),
                new Stage(StageKind.Ramp, 100, 300, TimeSpan.FromSeconds(0.5)), new Stage(StageKind.Ramp, 50, 0, TimeSpan.FromSeconds(2)),
            }));
            Assert.That(stages.Duration, Is.EqualTo(TimeSpan.FromSeconds(72.5)));
            Assert.That(stages.PeakRate, Is.EqualTo(300));
        });
    }

    [TestCase("step:100..500:5:50s", "hold:100:10s,hold:200:10s,hold:300:10s,hold:400:10s,hold:500:10s")]
    [TestCase("hold:50:1s,STEP:90..30:3:1m", "hold:50:1s,hold:90:20s,hold:60:20s,hold:30:20s")]
    [TestCase("hold:100:1m,spike:1000:10s,hold:100:1m", "hold:100:1m,ramp:100..1000:5s,ramp:1000..100:5s,hold:100:1m")]
    [TestCase("spike:10:1s", "ramp:0..10:500ms,ramp:10..0:500ms")]
    public void Steps_and_spikes_become_holds_and_ramps_of_the_same_length(string text, string expected)
    {
        var stages = StagesText.Parse(text).Value!;
        Assert.That(stages.ToString(), Is.EqualTo(expected));
        Assert.That(StagesText.Parse(expected).Value, Is.EqualTo(stages));
    }

    [TestCase("step:1..2:1s", "has a flaw in stage 1, which is not of the form step:FROM..TO:STEPS:DURATION")]
    [TestCase("step:5:3:1s", "has a flaw in stage 1, which has no rate that can be read")]
    [TestCase("step:1..5:1:1s", "has a flaw in stage 1, which does not have between 2 and 1000 steps")]
    [TestCase("step:1..5:3:1m,spike:1..5:1s", "has a flaw in stage 2, which has no rate that can be read")]
    [TestCase("leap:1:1s", "has a flaw in stage 1, which is neither a ramp, a hold, a step nor a spike")]
    [TestCase("", "has a flaw in stage 1, which is not of the form KIND:RATE:DURATION")]
    [TestCase("ramp:1:1s,", "has a flaw in stage 2, which is not of the form KIND:RATE:DURATION")]
    [TestCase("hold:1..2:1s", "has a flaw in stage 1, which has no rate that can be read")]
    [TestCase("ramp:1..:1s", "has a flaw in stage 1, which has no rate that can be read")]
    [TestCase("ramp:-1:1s", "has a flaw in stage 1, which has a rate outside 0 to 1000000000")]
    [TestCase("ramp:1:soon", "has a flaw in stage 1, which has no duration that can be read")]
    [TestCase("ramp:1:0s", "has a flaw in stage 1, which does not last between 0s and 720h")]
    [TestCase("hold:0:1s,ramp:0:1s", "offers nothing: every rate is 0")]
    [TestCase("hold:1:20d,hold:1:20d", "is longer than 720h in all")]
    public void Text_that_is_no_list_of_stages_is_refused(string text, string phrase) =>
        Assert.That(StagesText.Parse(text).Flaw?.Phrase, Is.EqualTo(phrase));
}
