using LoadTest.Configuration.Options;

namespace LoadTest.Configuration.Documentation;

/// <summary>One line of the option list that --help shows.</summary>
/// <param name="Group">Its heading.</param>
/// <param name="Syntax">How it is typed: <c>--rate=OPERATIONS/S</c>.</param>
/// <param name="Text">What it does, what it takes, and what applies without it.</param>
public sealed record HelpRow(OptionGroup Group, string Syntax, string Text)
{
    /// <summary>A row for each option of the table that the scope takes, in the order of the lists.</summary>
    public static IReadOnlyList<HelpRow> Of(OptionTable table, OptionScope scope)
    {
        ArgumentNullException.ThrowIfNull(table);
        return [.. table.All.Where(option => (option.Scope & scope) != OptionScope.None).Select(Of)];
    }

    private static HelpRow Of(Option option)
    {
        var absent = option.HasDefault && option.DefaultText!.Length > 0 ? $"default {option.DefaultText}"
            : option.WhenAbsent is not null ? $"default: {option.WhenAbsent}"
            : null;
        var text = $"{option.Help} Takes {option.Expected}{(absent is null ? "" : $"; {absent}")}.";
        return new HelpRow(option.Group, $"--{option.Flag}={Placeholder(option)}", text);
    }

    private static string Placeholder(Option option) => option.Shape switch
    {
        { Choices: { Count: > 0 and <= 4 } choices } => string.Join('|', choices),
        _ => option.Unit?.Replace(' ', '-').ToUpperInvariant() ?? "VALUE",
    };
}
