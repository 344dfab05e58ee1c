using System.Diagnostics.CodeAnalysis;
using LoadTest.Configuration.Options.Kinds;
using LoadTest.Configuration.Problems;

namespace LoadTest.Configuration.Options;

/// <summary>One setting, declared once: every source, the help, the documentation and the JSON schema are made from it. Immutable.</summary>
public abstract class Option
{
    private protected Option(string name, OptionGroup group, string help)
    {
        Name = name;
        Group = group;
        Help = help;
        Flag = OptionNames.Flag(name);
        EnvironmentVariables = [OptionNames.EnvironmentVariable(name)];
    }

    /// <summary>The key in JSON files and the parameter's name in templates: PascalCase.</summary>
    public string Name { get; }

    /// <summary>The name on the command line and in SSM, without dashes in front.</summary>
    public string Flag { get; }

    /// <summary>The variable that the documentation names; the first of <see cref="EnvironmentVariables"/>.</summary>
    public string EnvironmentVariable => EnvironmentVariables[0];

    /// <summary>Every variable that gives it, the most specific first: that one wins within a source.</summary>
    public IReadOnlyList<string> EnvironmentVariables { get; init; }

    /// <summary>Older names that are still accepted, in every source.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The heading under which it is listed.</summary>
    public OptionGroup Group { get; }

    /// <summary>Who takes it.</summary>
    public OptionScope Scope { get; init; } = OptionScope.Program | OptionScope.Automation;

    /// <summary>The unit of the value ("operations/s"); null where the value has none.</summary>
    public string? Unit { get; init; }

    /// <summary>What it does, in one sentence.</summary>
    public string Help { get; }

    /// <summary>A value never to be shown, and taken from the environment and .env files alone.</summary>
    public bool Secret { get; init; }

    /// <summary>What applies where no source gives a value and there is no fixed default ("made from the time").</summary>
    public string? WhenAbsent { get; init; }

    /// <summary>Whether there is a value when no source gives one.</summary>
    public bool HasDefault { get; private protected init; }

    /// <summary>The default as text, or null when there is none.</summary>
    public abstract string? DefaultText { get; }

    /// <summary>The accepted values in words: "a whole number from 1 to 100".</summary>
    public abstract string Expected { get; }

    /// <summary>The accepted values for the JSON schema.</summary>
    public abstract ValueShape Shape { get; }

    /// <summary>Whether an empty text is a value ("none"), and not the absence of one.</summary>
    public abstract bool TakesEmpty { get; }

    /// <summary>Reads the text as a value of the option's own type.</summary>
    public abstract bool TryParseValue(
        string text, string? origin, [NotNullWhen(true)] out object? value, [NotNullWhen(false)] out Problem? problem);

    /// <summary>Text that parses back to the same value. The value must be of the option's own type.</summary>
    public abstract string FormatValue(object value);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
