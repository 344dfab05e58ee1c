using System.Text;
using LoadTest.Configuration.Options;

namespace LoadTest.Configuration.Documentation;

/// <summary>docs/parameters.md, made from the option table.</summary>
public static class ParametersDocument
{
    private const string Introduction = """
        # Parameters

        This page is made from the option table in `src/LoadTest.Configuration/Options`; a test holds the two alike.

        Every setting has one name in the spelling of each source, and the highest source that gives a value wins:

        1. flags: `--total-items=5000`
        2. the process environment: `TOTAL_ITEMS=5000`
        3. `.env.<environment>`: lines of `TOTAL_ITEMS=5000`; `export`, comments and quotes are understood
        4. `parameters.<environment>.json`
        5. `parameters.json`: a plain object, `{"Parameters": {...}}`, or a list of `ParameterKey` and `ParameterValue`;
           `parameters.schema.json` describes all three to an editor
        6. SSM, inside AWS: the JSON text `settings` under the prefix, then the six parameters that stand alone ({0})
        7. the default

        An empty value is no value, except where the column "Takes" ends in "or nothing". The environment is resolved first (flag,
        else `ENVIRONMENT`, else `parameters.json`, else `dev`), because it chooses the files of 3 and 4; those and SSM cannot change
        it. Unknown keys in files are ignored with a warning, unknown flags are an error. Numbers take a point, never a comma. Durations are written `500ms`, `10s`, `5m` or
        `1h30m`, and a bare number is seconds. Sizes are written `1024`, `4KiB` or `1KB` (1000 bytes).

        **Load model.** `Rate` and `Stages` name the open model, `ConcurrencyLimit`, `TotalItems` and `MaxConcurrencyPercentage` the closed one;
        the highest source that names one decides, and naming both in that source is an error. `Rate` needs `Duration`. In the closed
        model, a `Duration` from a higher source than `TotalItems` ends the run by time alone, from a lower source it is ignored, and from the
        same source what comes first ends the run. `Stages` last as long as they say; a `Duration` from a higher source cuts them short.

        **Access keys** are read from the process environment and `.env.<environment>` alone, never from a flag or a JSON file.

        """;

    /// <summary>The page, with line feeds.</summary>
    public static string Render(OptionTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var alone = string.Join(", ", KnownOptions.SsmParameters.Select(option => $"`{option.Flag}`"));
        var page = new StringBuilder(Introduction.ReplaceLineEndings("\n").Replace("{0}", alone, StringComparison.Ordinal));
        foreach (var group in table.All.GroupBy(option => option.Group).OrderBy(group => group.Key))
        {
            page.Append("\n## ").Append(GroupTitles.Of(group.Key)).Append("\n\n");
            page.Append("| Name | Flag | Variable | Default | Takes | What it does |\n| --- | --- | --- | --- | --- | --- |\n");
            foreach (var option in group) page.Append(Row(option));
        }

        return page.Append(DeadKeysSection()).ToString();
    }

    private static string Row(Option option)
    {
        var variables = string.Join(", ", option.EnvironmentVariables.Select(Code));
        string[] cells =
        [
            option.Secret ? "" : Code(option.Name), option.Secret ? "" : Code("--" + option.Flag), variables, Default(option),
            Escape(option.Expected), Escape(option.Help + TemplateNote(option)),
        ];
        return $"| {string.Join(" | ", cells)} |\n";
    }

    private static string TemplateNote(Option option) => option.Scope.HasFlag(OptionScope.Template) ? " (Passed to the stacks.)" : "";

    private static string Default(Option option)
    {
        if (option.DefaultText is null) return Escape(option.WhenAbsent ?? "none");
        var unit = option.Unit is null ? "" : $" {option.Unit}";
        return option.DefaultText.Length == 0 ? "empty" : Code(option.DefaultText) + Escape(unit);
    }

    private static string DeadKeysSection()
    {
        var json = string.Join(", ", DeadKeys.InJson.Select(Code));
        var environment = string.Join(", ", DeadKeys.InEnvironmentFiles.Select(Code));
        return $"\n## Keys without effect\n\nFiles of older projects may hold these; they are accepted, warned about once, and ignored.\n\n"
            + $"- in parameter files: {json}\n- in `.env` files: {environment}\n";
    }

    private static string Code(string text) => $"`{Escape(text)}`";

    private static string Escape(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
