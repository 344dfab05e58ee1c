using System.Collections.Concurrent;

namespace StandIns.Wire;

/// <summary>How one operation is answered.</summary>
/// <param name="Answer">The answer to a request; called for several requests at once.</param>
internal sealed record WireRoute(Func<WireRequest, WireAnswer> Answer)
{
    /// <summary>These answers in their order, and then the last one for ever.</summary>
    public static WireRoute Of(IReadOnlyList<WireAnswer> answers)
    {
        var last = answers[^1];
        var before = new ConcurrentQueue<WireAnswer>(answers.SkipLast(1));
        return new WireRoute(_ => before.TryDequeue(out var next) ? next : last);
    }
}
