using LoadTest.Configuration.Values;
using LoadTest.Engine.Planning;

namespace LoadTest.Operations;

/// <summary>
/// Which operation each number of the plan is. The weights repeat in a pattern, so the shares are exact after each repetition, and how
/// many operations of a kind lie before a number is known without counting.
/// </summary>
public sealed class OperationPattern
{
    private static readonly int KindsInAll = Enum.GetValues<OperationKind>().Length;

    private readonly OperationKind[] _pattern;

    // How many of a kind come before a place of the pattern, by kind; the last entry is how many there are in all.
    private readonly int[][] _before;

    /// <summary>Spreads the operations evenly over a pattern as long as the sum of the weights.</summary>
    public OperationPattern(OperationMix mix)
        : this(Spread(mix))
    {
    }

    private OperationPattern(OperationKind[] pattern)
    {
        _pattern = pattern;
        _before = new int[KindsInAll][];
        for (var kind = 0; kind < KindsInAll; kind++) _before[kind] = new int[pattern.Length + 1];
        for (var i = 0; i < pattern.Length; i++)
        {
            foreach (var before in _before) before[i + 1] = before[i];
            _before[(int)pattern[i]][i + 1]++;
        }
    }

    /// <summary>The operations that occur, in the order of their declaration.</summary>
    public IReadOnlyList<OperationKind> Kinds => [.. Enum.GetValues<OperationKind>().Where(Has)];

    /// <summary>Whether an operation occurs.</summary>
    public bool Has(OperationKind kind) => PerPattern(kind) > 0;

    /// <summary>The operation's kind, and how many of that kind come before it.</summary>
    public (OperationKind Kind, long Ordinal) At(long index)
    {
        var (round, place) = Math.DivRem(index, _pattern.Length);
        var kind = _pattern[place];
        return (kind, round * PerPattern(kind) + _before[(int)kind][place]);
    }

    /// <summary>How many operations of a kind lie before a number of the plan.</summary>
    public long CountBefore(OperationKind kind, long index)
    {
        var (round, place) = Math.DivRem(index, _pattern.Length);
        return round * PerPattern(kind) + _before[(int)kind][place];
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

    private int PerPattern(OperationKind kind) => _before[(int)kind][^1];

    private static int GreatestCommonDivisor(int a, int b) => b == 0 ? a : GreatestCommonDivisor(b, a % b);
}
