using LoadTest.Configuration.Problems;

namespace LoadTest.Configuration.Options.Kinds;

/// <summary>How values of one kind are read, written and described. Immutable; numbers are invariant in culture.</summary>
public abstract class ValueKind<T>
    where T : notnull
{
    /// <summary>The accepted values in words, to follow "give".</summary>
    public abstract string Expected { get; }

    /// <summary>The accepted values for a JSON schema.</summary>
    public abstract ValueShape Shape { get; }

    /// <summary>Whether an empty text is a value.</summary>
    public virtual bool TakesEmpty => false;

    /// <summary>Reads a text that has no blanks around it.</summary>
    public abstract Parsed<T> Parse(string text);

    /// <summary>Text that <see cref="Parse"/> reads as the same value.</summary>
    public abstract string Format(T value);

    /// <summary>What a message may show of a text that could not be read: shortened, on one line.</summary>
    public virtual string Show(string text) => TextExcerpt.Of(text);
}

/// <summary>A value, or the flaw that prevents one.</summary>
public readonly record struct Parsed<T>(T? Value, Flaw? Flaw)
{
    public static implicit operator Parsed<T>(T value) => new(value, null);

    public static implicit operator Parsed<T>(Flaw flaw) => new(default, flaw);
}

/// <summary>Why a text is no value: a code, and a phrase that follows the setting's name ("is not a whole number").</summary>
public sealed record Flaw(ErrorCode Code, string Phrase);

/// <summary>What a JSON schema can say of a value. Minimum and maximum are inclusive.</summary>
public sealed record ValueShape(
    JsonKind Kind, string? Pattern = null, IReadOnlyList<string>? Choices = null, double? Minimum = null, double? Maximum = null);

/// <summary>The JSON type that a value may have besides text.</summary>
public enum JsonKind
{
    Text,
    Whole,
    Number,
    Boolean,
}
