using System.Text;
using LoadTest.Configuration.Problems;
using LoadTest.Engine.Planning;
using LoadTest.Workers;

namespace LoadTest.Tests.Workers;

public sealed class AssignmentTests
{
    private const string Good = """{"version":2,"runId":"r","at":"2026-01-02T03:04:05.678Z","tasks":[{"arn":"one","index":0},{"arn":"two","index":1}]}""";

    [Test]
    public void A_task_finds_its_share_and_the_time_that_items_carry() => Assert.That(
        Of(Good), Is.EqualTo(new Assignment(new WorkerShare(1, 2), new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero))));

    [TestCase("\"version\":2", "\"version\":1", "version 1")]
    [TestCase("\"runId\":\"r\"", "\"runId\":\"other\"", "of run other")]
    [TestCase("\"two\"", "\"three\"", "does not name this task, two")]
    [TestCase("\"index\":1", "\"index\":2", "the number 2 of 2")]
    [TestCase(",{\"arn\":\"two\",\"index\":1}", "", "names 1 tasks")]
    [TestCase("2026-01-02T03:04:05.678Z", "soon", "malformed")]
    [TestCase("\"tasks\":", "\"task\":", "malformed")]
    [TestCase("{\"version\"", "\"version\"", "malformed")]
    public void What_it_cannot_use_it_refuses_with_the_reason(string part, string instead, string why)
    {
        var refused = Assert.Throws<ProblemException>(() => Of(Good.Replace(part, instead, StringComparison.Ordinal)));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused!.Problems[0].Code, Is.EqualTo(ErrorCodes.AssignmentUnusable));
            Assert.That(refused.Message, Does.Contain(why));
        }
    }

    [Test]
    public void The_start_of_all_is_an_instant_of_the_same_run()
    {
        const string good = """{"version":1,"runId":"r","start":"2026-01-02T03:04:05.678Z"}""";
        using (Assert.EnterMultipleScope())
        {
            Assert.That(StartOf(good), Is.EqualTo(new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero)));
            Assert.That(() => StartOf(good.Replace("\"r\"", "\"s\"", StringComparison.Ordinal)), Throws.TypeOf<ProblemException>().With.Message.Contains("the start of the run cannot be used: it is of run s"));
        }

        static DateTimeOffset StartOf(string json) => CommonStart.Of(Encoding.UTF8.GetBytes(json), "r");
    }

    private static Assignment Of(string json) => Assignment.Of(Encoding.UTF8.GetBytes(json), "r", "two", 2);
}
