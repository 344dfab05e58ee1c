namespace LoadTest.Operations;

/// <summary>Some of the places of a request: those of its items, or of its actions.</summary>
internal readonly record struct PlaceSet
{
    // Not one integer of 128 bits: code with these is never compiled ahead, and each method that touches them would hold up the start.
    private ulong Low { get; init; }

    private ulong High { get; init; }

    /// <summary>Whether a place is in it.</summary>
    public bool Contains(int place) => ((place < 64 ? Low : High) >> place & 1) != 0;

    /// <summary>This and one more place, from 0 to 127.</summary>
    public PlaceSet With(int place) => place < 64 ? this with { Low = Low | 1UL << place } : this with { High = High | 1UL << place };
}
