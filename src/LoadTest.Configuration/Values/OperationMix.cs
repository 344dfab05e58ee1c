using System.Globalization;
using LoadTest.Configuration.Options;
using LoadTest.Configuration.Options.Kinds;
using LoadTest.Configuration.Problems;

namespace LoadTest.Configuration.Values;

/// <summary>An operation that a run can offer.</summary>
public enum OperationKind
{
    Put,
    Get,
    Update,
    Delete,
    Query,
    QueryIndex,
    Scan,
    BatchWrite,
    BatchGet,
    TransactWrite,
    TransactGet,
}

/// <summary>An operation's part of a mix: its weight over the sum of all weights.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Weight">1 to 1000.</param>
public sealed record OperationWeight(OperationKind Operation, int Weight);

/// <summary>Which operations are offered in which proportion, as <c>put=70,get=30</c>; each once, at least one. Compared by content.</summary>
public sealed class OperationMix(IEnumerable<OperationWeight> weights) : IEquatable<OperationMix>
{
    internal const int MaximumWeight = 1000;
    private static readonly OperationKind[] Known = Enum.GetValues<OperationKind>();

    /// <summary>The operations, in the order in which they were given.</summary>
    public IReadOnlyList<OperationWeight> Weights { get; } = [.. weights];

    /// <summary>The operations' names, with commas between them.</summary>
    internal static string KnownNames => string.Join(", ", Known.Select(Name));

    /// <summary>Whether it has any of these operations.</summary>
    public bool HasAny(params ReadOnlySpan<OperationKind> operations)
    {
        foreach (var operation in operations)
        {
            if (Share(operation) > 0) return true;
        }

        return false;
    }

    /// <summary>The share of an operation, from 0 to 1.</summary>
    public double Share(OperationKind operation) =>
        (double)Weights.Where(weight => weight.Operation == operation).Sum(weight => weight.Weight) / Weights.Sum(weight => weight.Weight);

    /// <summary>Reads a mix; the flaw names the first part that is wrong.</summary>
    public static Parsed<OperationMix> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var weights = new List<OperationWeight>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var sides = part.Split('=', StringSplitOptions.TrimEntries);
            if (sides.Length != 2 || !int.TryParse(sides[1], NumberStyles.None, CultureInfo.InvariantCulture, out var weight))
                return new Flaw(ErrorCodes.NotReadable, "is not a list of operation=weight");
            var index = Array.FindIndex(Known, kind => string.Equals(Name(kind), sides[0], StringComparison.OrdinalIgnoreCase));
            if (index < 0) return new Flaw(ErrorCodes.NotAllowed, "names an operation that does not exist");
            if (weight is < 1 or > MaximumWeight) return new Flaw(ErrorCodes.OutOfRange, "has a weight outside 1 to 1000");
            if (weights.Exists(given => given.Operation == Known[index])) return new Flaw(ErrorCodes.NotAllowed, "names an operation twice");
            weights.Add(new OperationWeight(Known[index], weight));
        }

        return new OperationMix(weights);
    }

    /// <inheritdoc/>
    public bool Equals(OperationMix? other) => other is not null && Weights.SequenceEqual(other.Weights);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as OperationMix);

    /// <inheritdoc/>
    public override int GetHashCode() => Weights.Aggregate(0, HashCode.Combine);

    /// <summary>Text that is read as the same mix.</summary>
    public override string ToString() =>
        string.Join(',', Weights.Select(weight => string.Create(CultureInfo.InvariantCulture, $"{Name(weight.Operation)}={weight.Weight}")));

    private static string Name(OperationKind kind) => OptionNames.Flag(kind.ToString());
}
