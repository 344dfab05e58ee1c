using System.Globalization;
using LocalDynamo.Http;
using LocalDynamo.Tables;

namespace LocalDynamo.Operations;

/// <summary>
/// The part of a table that a parallel scan's worker reads: one of equal ranges of the key hash; the whole when none is asked for.
/// </summary>
internal sealed record ScanSegment(long? Segment, long? Total)
{
    public ItemKey From => Segment is null ? ItemKey.Before(0) : ItemKey.Before(FirstHash(Segment.Value));

    public ItemKey To =>
        Segment is null || Segment + 1 == Total ? ItemKey.After(ulong.MaxValue) : ItemKey.After(FirstHash(Segment.Value + 1) - 1);

    /// <exception cref="DynamoException">One of the two is missing or out of range, or they do not fit.</exception>
    public static ScanSegment Read(Parameters parameters)
    {
        var errors = new ShapeErrors();
        var segment = errors.AtMost(errors.AtLeast(parameters.WholeNumber("Segment"), "segment", 0), "segment", 999_999);
        var total = errors.AtMost(errors.AtLeast(parameters.WholeNumber("TotalSegments"), "totalSegments", 1), "totalSegments", 1_000_000);
        errors.ThrowIfAny();
        var read = new ScanSegment(segment, total);
        read.Check();
        return read;
    }

    /// <exception cref="DynamoException">The start key belongs to another segment.</exception>
    public void CheckStart(ItemKey start)
    {
        if (start.CompareTo(From) < 0 || start.CompareTo(To) > 0)
        {
            throw DynamoException.Validation(
                "The provided starting key is invalid: Invalid ExclusiveStartKey. Please use ExclusiveStartKey with correct Segment.");
        }
    }

    // The smallest hash h with floor(h × total / 2^64) = segment.
    private ulong FirstHash(long segment) => (ulong)((((UInt128)segment << 64) + (UInt128)(Total!.Value - 1)) / (UInt128)Total.Value);

    private void Check()
    {
        if (Segment is null && Total is null) return;
        if (Segment is null)
        {
            throw DynamoException.Validation(
                "The Segment parameter is required but was not present in the request when parameter TotalSegments is present");
        }

        if (Total is null)
        {
            throw DynamoException.Validation(
                "The TotalSegments parameter is required but was not present in the request when Segment parameter is present");
        }

        if (Segment >= Total)
        {
            throw DynamoException.Validation(string.Create(
                CultureInfo.InvariantCulture,
                $"The Segment parameter is zero-based and must be less than parameter TotalSegments: "
                + $"Segment: {Segment} is not less than TotalSegments: {Total}"));
        }
    }
}
