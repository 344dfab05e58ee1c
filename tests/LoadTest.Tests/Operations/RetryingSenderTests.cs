using LoadTest.Configuration.Values;
using LoadTest.Engine.Execution;
using LoadTest.Items;
using LoadTest.Operations;

namespace LoadTest.Tests.Operations;

public sealed class RetryingSenderTests
{
    private static readonly PlannedRequest Request = new(OperationKind.Put, Phase.Measured, 0, IsDuplicate: false);

    [Test]
    public async Task A_throttled_operation_is_tried_again_and_each_attempt_counts()
    {
        var answer = await SendAsync(5, Category.Throttled, Category.ServerFault, Category.Success);
        Assert.That((answer.Category, answer.Attempts, answer.WriteUnits), Is.EqualTo((Category.Success, 3, 3.0)));
    }

    [Test]
    public async Task No_more_is_tried_than_was_asked_for()
    {
        var answer = await SendAsync(2, Category.Throttled, Category.Throttled, Category.Throttled, Category.Success);
        Assert.That((answer.Category, answer.Attempts), Is.EqualTo((Category.Throttled, 3)));
    }

    [TestCase("validation")]
    [TestCase("conditional-check")]
    [TestCase("authorization")]
    [TestCase("tls")]
    [TestCase("protocol")]
    [TestCase("cancelled")]
    public async Task What_would_fail_again_is_not_tried_again(string name)
    {
        var category = Category.All.ToList().FindIndex(known => known.Name == name);
        var answer = await SendAsync(5, category, Category.Success);
        Assert.That((answer.Category, answer.Attempts), Is.EqualTo((category, 1)));
    }

    [Test]
    public async Task A_write_that_may_have_been_done_by_a_lost_attempt_stays_unknown_when_the_next_is_refused()
    {
        var answer = await SendAsync(1, Category.Reset, Category.Throttled);
        var ledger = new WriteLedger();
        new PutItem("items", new ItemGenerator("run", 1, 400, DateTimeOffset.UnixEpoch)).Settle(Request, answer, ledger);
        Assert.That(ledger.StateOf(0), Is.EqualTo(WriteState.Unknown));
    }

    [TestCase("timeout-first-byte", WriteState.Unknown)]
    [TestCase("timeout-body", WriteState.Unknown)]
    [TestCase("reset", WriteState.Unknown)]
    [TestCase("protocol", WriteState.Unknown)]
    [TestCase("server-fault", WriteState.Unknown)]
    [TestCase("connect", WriteState.Refused)]
    [TestCase("timeout-connect", WriteState.Refused)]
    [TestCase("timeout-tls", WriteState.Refused)]
    [TestCase("tls", WriteState.Refused)]
    [TestCase("throttled", WriteState.Refused)]
    public void A_write_whose_fate_nobody_knows_is_unknown(string name, WriteState state)
    {
        var category = Category.All.ToList().FindIndex(known => known.Name == name);
        var ledger = new WriteLedger();
        var answer = new Answer { Category = category, Attempts = 1, ServiceStart = 0, End = 1 };
        new PutItem("items", new ItemGenerator("run", 1, 400, DateTimeOffset.UnixEpoch)).Settle(Request, answer, ledger);
        Assert.That(ledger.StateOf(0), Is.EqualTo(state));
    }

    private static async Task<Answer> SendAsync(int maxRetries, params int[] categories)
    {
        await using var sender = new RetryingSender(new Scripted(categories), maxRetries, seed: 1, TimeProvider.System);
        return await sender.SendAsync(Request, CancellationToken.None);
    }

    private sealed class Scripted(int[] categories) : IRequestSender
    {
        private int _next;

        public ValueTask<Answer> SendAsync(PlannedRequest request, CancellationToken abort) =>
            ValueTask.FromResult(new Answer { Category = categories[_next++], Attempts = 1, ServiceStart = 0, End = 1, WriteUnits = 1 });

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
