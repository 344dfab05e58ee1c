namespace LoadTest.Configuration.Sources;

/// <summary>A flag as it was typed.</summary>
/// <param name="Name">Without dashes in front: <c>total-items</c>.</param>
/// <param name="Value">The text after the equals sign; null when there was none, which means true for a yes-or-no option.</param>
/// <param name="Origin">How messages name it: <c>--total-items</c>.</param>
public sealed record FlagValue(string Name, string? Value, string Origin)
{
    /// <summary>A flag whose origin is its name with two dashes.</summary>
    public FlagValue(string name, string? value)
        : this(name, value, "--" + name)
    {
    }
}
