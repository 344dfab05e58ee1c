using LoadTest.Configuration.Values;
using LoadTest.Engine.Planning;

namespace LoadTest.Operations;

/// <summary>
/// Which operation each number of the plan is. The weights repeat in a pattern, so the shares are exact after each repetition, and how
/// many operations of a kind lie before a number is known without counting.
/// </summary>
public sealed class OperationPattern
{
    private readonly OperationKind[] _pattern;
    private readonly int[] _before;
    private readonly Dictionary<OperationKind, int> _perPattern;

    /// <summary>Spreads the operations evenly over a pattern as long as the sum of the weights.</summary>
    public OperationPattern(OperationMix mix)
        : this(Spread(mix))
    {
    }

    private OperationPattern(OperationKind[] pattern)
    {
        _pattern = pattern;
        _before = new int[pattern.Length];
        _perPattern = [];
        for (var i = 0; i < pattern.Length; i++)
        {
            _before[i] = _perPattern.GetValueOrDefault(pattern[i]);
            _perPattern[pattern[i]] = _before[i] + 1;
        }
    }

    /// <summary>The operations that occur, in the order of their declaration.</summary>
    public IReadOnlyList<OperationKind> Kinds => [.. _perPattern.Keys.Order()];

    /// <summary>The operation's kind, and how many of that kind come before it.</summary>
    public (OperationKind Kind, long Ordinal) At(long index)
    {
        var (round, place) = Math.DivRem(index, _pattern.Length);
        var kind = _pattern[place];
        return (kind, round * _perPattern[kind] + _before[place]);
    }

    /// <summary>How many operations of a kind lie before a number of the plan.</summary>
    public long CountBefore(OperationKind kind, long index)
    {
        var (round, place) = Math.DivRem(index, _pattern.Length);
        var count = round * _perPattern.GetValueOrDefault(kind);
        for (var i = 0; i < place; i++)
        {
            if (_pattern[i] == kind) count++;
        }

        return count;
    }

    /// <summary>The pattern of one worker's own operations, by its own numbers: every n-th place, until the places repeat.</summary>
    public OperationPattern Of(WorkerShare share)
    {
        var length = _pattern.Length / GreatestCommonDivisor(_pattern.Length, share.Count);
        return new OperationPattern([.. Enumerable.Range(0, length).Select(own => At(share.PlanIndex(own)).Kind)]);
    }

    // Each place goes to the operation that is furthest behind its share: a put every third place, and not all puts first.
    private static OperationKind[] Spread(OperationMix mix)
    {
        var divisor = mix.Weights.Select(weight => weight.Weight).Aggregate(GreatestCommonDivisor);
        var weights = mix.Weights.ToDictionary(weight => weight.Operation, weight => weight.Weight / divisor);
        var length = weights.Values.Sum();
        var given = weights.ToDictionary(pair => pair.Key, _ => 0);
        var pattern = new OperationKind[length];
        for (var i = 0; i < length; i++)
        {
            var next = weights.Where(pair => given[pair.Key] < pair.Value)
                .MaxBy(pair => (double)(i + 1) * pair.Value / length - given[pair.Key]).Key;
            pattern[i] = next;
            given[next]++;
        }

        return pattern;
    }

    private static int GreatestCommonDivisor(int a, int b) => b == 0 ? a : GreatestCommonDivisor(b, a % b);
}
