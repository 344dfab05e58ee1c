using LoadTest.Engine.Planning;
using LoadTest.Planning;

namespace LoadTest.Tests.Planning;

public sealed class LoadDescriptionTests
{
    [TestCase(100, 20_000, "100, each of which takes 10,000 operations a second at the most, over 200 connections")]
    [TestCase(3, 256, "3, each of which takes 333,333.33 operations a second at the most, over 85 or 86 connections")]
    public void What_a_task_takes_of_a_rate_is_said(int tasks, int connections, string text)
    {
        var load = new Load.Open([new Stage(0, 1_000_000, TimeSpan.FromSeconds(10)), Stage.Hold(500, TimeSpan.FromSeconds(10))], connections);
        Assert.That(LoadDescription.Share(load, tasks), Is.EqualTo(text));
    }

    [Test]
    public void What_a_task_takes_of_a_concurrency_is_said() =>
        Assert.That(LoadDescription.Share(new Load.Closed(100, 1000, null, 80), tasks: 4), Is.EqualTo("4, each of which takes a concurrency of 25"));
}
