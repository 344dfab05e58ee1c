using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Threading.Tasks.Sources;

namespace LoadTest.Engine.Execution;

/// <summary>
/// Builds async methods whose state is taken from a pool while they wait, and given back when their result is. For the calls of lanes, which begin
/// on one thread and end on another: <see cref="PoolingAsyncValueTaskMethodBuilder{TResult}"/> keeps one free state a thread and one a processor, and
/// allocates for all further ones that were given back elsewhere. This pool is shared, and holds as many as were ever awaited at a time.
/// </summary>
/// <remarks>As with every pooled <see cref="ValueTask{TResult}"/>, the result must be awaited once, and no more than once.</remarks>
/// <typeparam name="TResult">The method's result.</typeparam>
public struct SharedPoolMethodBuilder<TResult>
{
    private Waiting? _waiting;
    private TResult _result;
    private Exception? _failure;

    /// <summary>What the caller awaits.</summary>
    public readonly ValueTask<TResult> Task =>
        _waiting is not null ? new(_waiting, _waiting.Version)
        : _failure is not null ? ValueTask.FromException<TResult>(_failure)
        : new(_result);

    /// <summary>Makes a builder.</summary>
    [SuppressMessage("Design", "CA1000", Justification = "The compiler calls it, and by this name.")]
    public static SharedPoolMethodBuilder<TResult> Create() => default;

    /// <summary>Runs the method to its first wait. What it does to the execution context stays within.</summary>
    public readonly void Start<TStateMachine>(ref TStateMachine stateMachine)
        where TStateMachine : IAsyncStateMachine => AsyncValueTaskMethodBuilder.Create().Start(ref stateMachine);

    /// <summary>Does nothing: the state is never boxed by the compiler.</summary>
    public readonly void SetStateMachine(IAsyncStateMachine stateMachine)
    {
    }

    /// <summary>Ends the method with its result.</summary>
    public void SetResult(TResult result)
    {
        if (_waiting is null) _result = result;
        else _waiting.SetResult(result);
    }

    /// <summary>Ends the method with what it threw.</summary>
    public void SetException(Exception exception)
    {
        if (_waiting is null) _failure = exception;
        else _waiting.SetException(exception);
    }

    /// <summary>Goes on when the awaiter is done.</summary>
    public void AwaitOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : INotifyCompletion
        where TStateMachine : IAsyncStateMachine => awaiter.OnCompleted(Suspend(ref stateMachine));

    /// <summary>Goes on when the awaiter is done.</summary>
    public void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : ICriticalNotifyCompletion
        where TStateMachine : IAsyncStateMachine => awaiter.UnsafeOnCompleted(Suspend(ref stateMachine));

    private Action Suspend<TStateMachine>(ref TStateMachine stateMachine)
        where TStateMachine : IAsyncStateMachine
    {
        if (_waiting is Waiting<TStateMachine> again) return again.GoOnLater();
        var first = Waiting<TStateMachine>.Take();
        // This builder is a part of the state machine: it must know its place before the machine is copied to it.
        _waiting = first;
        first.Hold(ref stateMachine);
        return first.GoOnLater();
    }

    /// <summary>Where the state is while the method waits, and what its caller awaits.</summary>
    private abstract class Waiting : IValueTaskSource<TResult>
    {
        private ManualResetValueTaskSourceCore<TResult> _core;

        public short Version => _core.Version;

        public void SetResult(TResult result) => _core.SetResult(result);

        public void SetException(Exception failure) => _core.SetException(failure);

        public ValueTaskSourceStatus GetStatus(short token) => _core.GetStatus(token);

        public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
            _core.OnCompleted(continuation, state, token, flags);

        public TResult GetResult(short token)
        {
            // A token of an earlier use must not give back what is used now.
            if (token != _core.Version) throw new InvalidOperationException("The result was taken before.");
            try
            {
                return _core.GetResult(token);
            }
            finally
            {
                _core.Reset();
                GiveBack();
            }
        }

        protected abstract void GiveBack();
    }

    private sealed class Waiting<TStateMachine> : Waiting
        where TStateMachine : IAsyncStateMachine
    {
        private static readonly ContextCallback MoveNext = static state => ((Waiting<TStateMachine>)state!)._stateMachine!.MoveNext();
        private static readonly Lock Gate = new();
        private static readonly Stack<Waiting<TStateMachine>> Shared = new();

        // Of a load that keeps its threads busy, the one who gives back is the one who takes next.
        [ThreadStatic]
        private static Waiting<TStateMachine>? _own;

        private readonly Action _goOn;
        private TStateMachine? _stateMachine;
        private ExecutionContext? _context;

        private Waiting() => _goOn = GoOn;

        public static Waiting<TStateMachine> Take()
        {
            if (_own is { } own)
            {
                _own = null;
                return own;
            }

            lock (Gate)
            {
                if (Shared.TryPop(out var free)) return free;
            }

            return new Waiting<TStateMachine>();
        }

        public void Hold(ref TStateMachine stateMachine) => _stateMachine = stateMachine;

        public Action GoOnLater()
        {
            _context = ExecutionContext.Capture();
            return _goOn;
        }

        protected override void GiveBack()
        {
            _stateMachine = default;
            _context = null;
            if (_own is null)
            {
                _own = this;
                return;
            }

            lock (Gate) Shared.Push(this);
        }

        private void GoOn()
        {
            if (_context is { } context) ExecutionContext.Run(context, MoveNext, this);
            else _stateMachine!.MoveNext();
        }
    }
}
