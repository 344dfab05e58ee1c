using LoadTest.Configuration.Options;

namespace Build.Options;

/// <summary>One word of the command line, split at its first equals sign.</summary>
/// <param name="Text">As it was typed.</param>
/// <param name="Name">The name without dashes; null for a word that is no option.</param>
/// <param name="Value">What follows the equals sign; null without one.</param>
internal sealed record Argument(string Text, string? Name, string? Value)
{
    private static readonly Dictionary<string, Option> Short = new(StringComparer.Ordinal)
    {
        ["t"] = AutomationOptions.Target,
        ["e"] = AutomationOptions.Exclusive,
        ["h"] = AutomationOptions.Help,
        ["?"] = AutomationOptions.Help,
        ["v"] = ApplicationOptions.Verbosity,
    };

    public static Argument Parse(string text)
    {
        if (!text.StartsWith('-') || text.Trim('-').Length == 0) return new Argument(text, null, null);
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals < 0
            ? new Argument(text, text, null)
            : new Argument(text, text[..equals], text[(equals + 1)..]);
    }

    /// <summary>The option that is meant; null when there is none of that name. Only flags and aliases count here, not keys and variables.</summary>
    public Option? FindOption()
    {
        if (Name is null) return null;
        if (!Name.StartsWith("--", StringComparison.Ordinal)) return Short.GetValueOrDefault(Name[1..]);
        var option = AutomationOptions.Table.Find(Name[2..]);
        return option is not null && IsSpelling(option, Name[2..]) ? option : null;
    }

    private static bool IsSpelling(Option option, string name) =>
        option.Scope != OptionScope.None
        && !option.Secret
        && (Same(option.Flag, name) || option.Aliases.Any(alias => Same(OptionNames.Flag(alias), name)));

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
