using System.Text;
using Build.Options;
using Build.Targets;
using LoadTest.Configuration.Options;

namespace Build.Help;

/// <summary>What <c>--help</c> shows: the targets and the options, each with an example to copy.</summary>
public sealed class HelpText(TargetCatalogue catalogue)
{
    private const int Width = 34;

    /// <summary>The whole text, with line feeds.</summary>
    public string Render()
    {
        var text = new StringBuilder();
        text.Append("Usage: ./build.sh --target=TARGET [--option=value ...]        (build.ps1 on Windows)\n\nTargets\n");
        foreach (var target in catalogue.Targets) Add(text, target.Name, target.Description, target.Example);
        text.Append("\nOptions of the automation\n");
        foreach (var option in AutomationOptions.Own.Append(ApplicationOptions.Verbosity)) Add(text, option);
        foreach (var group in KnownOptions.All.Where(IsShown).GroupBy(option => option.Group))
        {
            text.Append('\n').Append("Options of the load test: ").Append(group.Key).Append('\n');
            foreach (var option in group) Add(text, option);
        }

        text.Append("\nExit codes: 0 passed, 1 failed, 2 usage, 3 a threshold failed, 4 credentials, 5 refused by a guard, 130 and 143 stopped.\n");
        return text.ToString();
    }

    private static bool IsShown(Option option) =>
        !option.Secret && option != ApplicationOptions.Verbosity && (option.Scope & (OptionScope.Program | OptionScope.Automation)) != OptionScope.None;

    private static void Add(StringBuilder text, Option option)
    {
        var isSwitch = option is Option<bool> { HasDefault: true, Default: false };
        List<string> notes = isSwitch ? ["a switch"] : [option.Expected];
        if (option.Unit is { } unit) notes.Add(unit);
        if (!isSwitch && option.DefaultText is { Length: > 0 } value) notes.Add($"default {value}");
        else if (option.WhenAbsent is { } absent) notes.Add($"default: {absent}");
        Add(text, "--" + option.Flag, $"{option.Help} ({string.Join("; ", notes)})", OptionExample.Of(option));
    }

    private static void Add(StringBuilder text, string name, string help, string example)
    {
        text.Append("  ").Append(name.PadRight(Width));
        if (name.Length >= Width) text.Append('\n').Append(' ', Width + 2);
        text.Append(help).Append('\n').Append(' ', Width + 2).Append("e.g. ").Append(example).Append('\n');
    }
}
