using Amazon.Runtime;
using LoadTest.Wire.Signing;

namespace LoadTest.Tests.Wire;

public sealed class CredentialKeeperTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 23, 59, 0, TimeSpan.Zero);

    [Test]
    public async Task New_credentials_sign_without_anybody_waiting_for_them()
    {
        var source = new ChangingCredentials();
        var time = new TickingTime(Start);
        await using var keeper = await CredentialKeeper.StartAsync(source, "us-east-1", time);
        Assert.That(keeper.ScopeAt(Start).Credentials.AccessKey, Is.EqualTo("key-1"));
        source.Generation = 2;
        time.Tick();
        Assert.That(() => keeper.ScopeAt(Start).Credentials.AccessKey, Is.EqualTo("key-2").After(2000, 5));
    }

    [Test]
    public async Task The_last_credentials_stay_while_renewing_fails()
    {
        var source = new ChangingCredentials();
        var time = new TickingTime(Start);
        await using var keeper = await CredentialKeeper.StartAsync(source, "us-east-1", time);
        source.Generation = 0;
        time.Tick();
        Assert.That(() => keeper.Failures, Is.EqualTo(1).After(2000, 5));
        Assert.That(keeper.ScopeAt(Start).Credentials.AccessKey, Is.EqualTo("key-1"));
    }

    [Test]
    public async Task A_day_has_one_key_and_the_next_day_another()
    {
        await using var keeper = await CredentialKeeper.StartAsync(new ChangingCredentials(), "us-east-1", new TickingTime(Start));
        var scope = keeper.ScopeAt(Start);
        var next = keeper.ScopeAt(Start.AddMinutes(2));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(keeper.ScopeAt(Start.AddMinutes(2)), Is.SameAs(next));
            Assert.That((scope.Text, next.Text), Is.EqualTo(("20261122/us-east-1/dynamodb/aws4_request", "20261123/us-east-1/dynamodb/aws4_request")));
        }
    }

    private sealed class ChangingCredentials : AWSCredentials
    {
        public int Generation { get; set; } = 1;

        public override ImmutableCredentials GetCredentials() =>
            Generation > 0 ? new ImmutableCredentials($"key-{Generation}", "secret", null) : throw new AmazonClientException("expired");
    }

    // Timers fire when the test says so.
    private sealed class TickingTime(DateTimeOffset now) : TimeProvider
    {
        private TimerCallback? _callback;
        private object? _state;

        public override DateTimeOffset GetUtcNow() => now;

        public void Tick() => _callback!(_state);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            (_callback, _state) = (callback, state);
            return new Nothing();
        }

        private sealed class Nothing : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
