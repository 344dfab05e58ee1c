using System.Diagnostics.CodeAnalysis;
using LoadTest.Configuration.Options.Kinds;
using LoadTest.Configuration.Problems;

namespace LoadTest.Configuration.Options;

/// <summary>A setting whose value is a <typeparamref name="T"/>.</summary>
public sealed class Option<T>(string name, OptionGroup group, ValueKind<T> kind, string help) : Option(name, group, help)
    where T : notnull
{
    private readonly T? _default;

    /// <summary>The value when no source gives one.</summary>
    /// <exception cref="InvalidOperationException">There is none: see <see cref="Option.HasDefault"/>.</exception>
    public T Default
    {
        get => HasDefault ? _default! : throw new InvalidOperationException($"{Name} has no default.");
        init
        {
            _default = value;
            HasDefault = true;
        }
    }

    /// <inheritdoc/>
    public override string? DefaultText => HasDefault ? kind.Format(_default!) : null;

    /// <inheritdoc/>
    public override string Expected => kind.Expected;

    /// <inheritdoc/>
    public override ValueShape Shape => kind.Shape;

    /// <inheritdoc/>
    public override bool TakesEmpty => kind.TakesEmpty;

    /// <summary>Reads a text. A text that is no such value gives a problem that says what it was and what is expected; it never throws.</summary>
    /// <param name="text">As the user wrote it; blanks around it are no part of it.</param>
    /// <param name="origin">Where it came from, for the problem.</param>
    public bool TryParse(string text, string? origin, [MaybeNullWhen(false)] out T value, [NotNullWhen(false)] out Problem? problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parsed = kind.Parse(text.Trim());
        value = parsed.Value;
        problem = parsed.Flaw is { } flaw
            ? new Problem(flaw.Code, $"{Name} {flaw.Phrase} ({Was(text)})", origin, $"give {kind.Expected}")
            : null;
        return problem is null;
    }

    /// <summary>Text that parses back to the same value, the same in every culture.</summary>
    public string Format(T value) => kind.Format(value);

    /// <inheritdoc/>
    public override bool TryParseValue(
        string text, string? origin, [NotNullWhen(true)] out object? value, [NotNullWhen(false)] out Problem? problem)
    {
        var parsed = TryParse(text, origin, out var typed, out problem);
        value = parsed ? typed : null;
        return parsed;
    }

    /// <inheritdoc/>
    public override string FormatValue(object value) => kind.Format((T)value);

    private string Was(string text) => Secret ? "its value is not shown" : $"was '{kind.Show(text)}'";
}
