namespace LoadTest.Configuration.Values;

/// <summary>Texts in order, compared by content; written with commas between them.</summary>
public sealed class TextList(IEnumerable<string> items) : IEquatable<TextList>
{
    /// <summary>No text.</summary>
    public static TextList Empty { get; } = new([]);

    /// <summary>The texts.</summary>
    public IReadOnlyList<string> Items { get; } = [.. items];

    /// <inheritdoc/>
    public bool Equals(TextList? other) => other is not null && Items.SequenceEqual(other.Items, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TextList);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>The texts with commas between them.</summary>
    public override string ToString() => string.Join(',', Items);
}
