using Build.Tests.Stacks.Support;

namespace Build.Tests.Stacks;

/// <summary>Ctrl-C, which reaches the services as a cancelled token.</summary>
internal sealed class InterruptionTests : StackTests
{
    [Test]
    public async Task What_goes_on_is_said_and_the_next_run_follows_it_to_its_end()
    {
        using var stop = new CancellationTokenSource();
        Cloud.GivenCourse("lt-registry", [FakeEvent.Stack("CREATE_IN_PROGRESS"), .. Enumerable.Range(0, 500).Select(number => new FakeEvent($"R{number}", "CREATE_IN_PROGRESS")), FakeEvent.Stack("CREATE_COMPLETE")]);
        using (var bench = Alone())
        {
            var deploying = DeployAsync(bench, cancel: stop.Token);
            while (!bench.Output.Contains("R5 ", StringComparison.Ordinal)) await Task.Delay(5);
            await stop.CancelAsync();
            Assert.That(async () => await deploying, Throws.InstanceOf<OperationCanceledException>());

            Assert.That(bench.Error, Does.Contain("lt-registry: CloudFormation goes on with what was begun; run the same command again to follow it, or look at it:\n  https://"));
        }

        var registry = Cloud.Stacks.Single(stack => stack.Name == "lt-registry");
        while (registry.Ahead.Count > 5) registry.Look();
        using var again = Alone();
        var results = await DeployAsync(again);

        Assert.That(again.Output, Does.Contain("lt-registry is CREATE_IN_PROGRESS: an earlier deployment goes on; following it"));
        Assert.That(results.Single(result => result.Part == "registry").Outcome, Is.EqualTo("unchanged"));
    }

    [Test]
    public async Task Change_sets_that_are_not_executed_are_removed_with_their_frames()
    {
        using var stop = new CancellationTokenSource();
        Cloud.GivenPending();
        using var bench = Alone();

        var deploying = DeployAsync(bench, cancel: stop.Token);
        while (Cloud.ChangeSets.Count < 3) await Task.Delay(5);
        await stop.CancelAsync();

        Assert.That(async () => await deploying, Throws.InstanceOf<OperationCanceledException>());
        Assert.That((Cloud.Stacks.Count, Cloud.ChangeSets.Count), Is.EqualTo((0, 0)));
    }

    [Test]
    public async Task A_question_that_nobody_answers_ends_with_it_too()
    {
        await GivenEverythingDeployedAsync();
        GivenOtherTemplate(Table);
        Cloud.GivenChanges(Table, "<Action>Remove</Action><LogicalResourceId>Table</LogicalResourceId><ResourceType>AWS::DynamoDB::Table</ResourceType>");
        using var stop = new CancellationTokenSource();
        using var silence = new SilentReader();
        using var bench = new StackBench(Cloud.Server.Url, silence);

        var deploying = DeployAsync(bench, cancel: stop.Token);
        while (!bench.Error.Contains("[y/N]", StringComparison.Ordinal)) await Task.Delay(5);
        await stop.CancelAsync();

        Assert.That(async () => await deploying, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(Cloud.ChangeSets, Is.Empty);
    }

    /// <summary>A person who does not type.</summary>
    private sealed class SilentReader : TextReader
    {
        private readonly ManualResetEventSlim _closed = new();

        public override string? ReadLine()
        {
            _closed.Wait();
            return null;
        }

        protected override void Dispose(bool disposing)
        {
            _closed.Set();
            base.Dispose(disposing);
        }
    }
}
