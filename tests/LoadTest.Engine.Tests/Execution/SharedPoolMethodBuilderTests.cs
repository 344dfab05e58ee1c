using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using LoadTest.Engine.Execution;

namespace LoadTest.Engine.Tests.Execution;

[TestFixture]
public class SharedPoolMethodBuilderTests
{
    private static readonly AsyncLocal<string?> Ambient = new();

    [Test]
    public async Task A_method_that_does_not_wait_gives_its_result()
    {
        var call = AddAsync(Task.FromResult(40), 2);

        Assert.That(call.IsCompletedSuccessfully, Is.True);
        Assert.That(await call, Is.EqualTo(42));
    }

    [Test]
    public async Task A_method_that_waits_gives_its_result_when_it_has_it()
    {
        var source = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);

        var call = AddAsync(source.Task, 2);

        Assert.That(call.IsCompleted, Is.False);
        source.SetResult(40);
        Assert.That(await call, Is.EqualTo(42));
    }

    [Test]
    public void What_it_throws_before_it_waits_comes_out_where_it_is_awaited()
    {
        var call = AddAsync(Task.FromException<int>(new FormatException("early")), 2);

        Assert.That(async () => await call, Throws.TypeOf<FormatException>().With.Message.EqualTo("early"));
    }

    [Test]
    public void What_it_throws_after_it_waited_comes_out_where_it_is_awaited()
    {
        var source = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var call = AddAsync(source.Task, 2);

        source.SetException(new FormatException("late"));

        Assert.That(async () => await call, Throws.TypeOf<FormatException>().With.Message.EqualTo("late"));
    }

    [Test]
    public async Task A_result_that_was_taken_cannot_be_taken_again()
    {
        var source = new TaskCompletionSource<int>();
        var call = AddAsync(source.Task, 2);
        source.SetResult(1);
        await call;

        Assert.That(() => call.Result, Throws.InvalidOperationException);
        // And the place that it left is whole for the next one.
        Assert.That(await AddAsync(Later(5), 6), Is.EqualTo(11));
    }

    [Test]
    public async Task The_execution_context_goes_along_and_what_is_changed_in_it_stays_within()
    {
        Ambient.Value = "outside";

        var seen = await SeeAsync();

        Assert.That(seen, Is.EqualTo("outside"));
        Assert.That(Ambient.Value, Is.EqualTo("outside"));
    }

    [Test]
    public async Task Thousands_at_a_time_each_get_their_own_result()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 5_000).Select(number => Task.Run(async () =>
        {
            var sum = 0;
            for (var turn = 0; turn < 20; turn++) sum += await AddAsync(Later(number), turn);
            return sum;
        })));

        Assert.That(results, Is.EqualTo(Enumerable.Range(0, 5_000).Select(number => 20 * number + 190)));
    }

    [Test]
    [SuppressMessage("Reliability", "CA2012", Justification = "Each is taken once, after all have begun: that is what is tested.")]
    public void Calls_that_begin_on_one_thread_and_end_on_another_allocate_no_more_when_as_many_were_there_before()
    {
        const int lanes = 64;
        const int rounds = 200;
        var gates = Enumerable.Range(0, lanes).Select(_ => new Gate()).ToArray();
        var calls = new ValueTask<int>[lanes];
        var sum = 0L;
        Round();

        var before = GC.GetTotalAllocatedBytes(precise: true);
        for (var round = 0; round < rounds; round++) Round();
        var bytesPerCall = (double)(GC.GetTotalAllocatedBytes(precise: true) - before) / (lanes * rounds);

        // A state is over a hundred bytes; a thread and the test's own work are the rest.
        Assert.That(bytesPerCall, Is.LessThan(30));
        Assert.That(sum, Is.EqualTo((rounds + 1) * lanes * (lanes - 1) / 2));

        void Round()
        {
            for (var i = 0; i < lanes; i++) calls[i] = WaitAsync(gates[i], i);
            var other = new Thread(() => Array.ForEach(gates, gate => gate.Open()));
            other.Start();
            other.Join();
            for (var i = 0; i < lanes; i++) sum += calls[i].GetAwaiter().GetResult();
        }
    }

    private static async Task<int> Later(int value)
    {
        await Task.Yield();
        return value;
    }

    [AsyncMethodBuilder(typeof(SharedPoolMethodBuilder<>))]
    private static async ValueTask<int> AddAsync(Task<int> first, int second) => await first + second;

    [AsyncMethodBuilder(typeof(SharedPoolMethodBuilder<>))]
    private static async ValueTask<int> WaitAsync(Gate gate, int value)
    {
        await gate;
        return value;
    }

    [AsyncMethodBuilder(typeof(SharedPoolMethodBuilder<>))]
    private static async ValueTask<string?> SeeAsync()
    {
        await Task.Yield();
        var seen = Ambient.Value;
        Ambient.Value = "within";
        await Task.Yield();
        return Ambient.Value == "within" ? seen : $"lost {Ambient.Value}";
    }

    /// <summary>Opened once for each wait, and allocates nothing.</summary>
    private sealed class Gate : ICriticalNotifyCompletion
    {
        private Action? _waiting;

        public bool IsCompleted => false;

        public Gate GetAwaiter() => this;

        public void GetResult()
        {
        }

        public void OnCompleted(Action continuation) => _waiting = continuation;

        public void UnsafeOnCompleted(Action continuation) => _waiting = continuation;

        public void Open() => _waiting!();
    }
}
