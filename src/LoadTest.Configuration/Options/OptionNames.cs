using System.Text;

namespace LoadTest.Configuration.Options;

/// <summary>One name in the spelling of each source: TotalItems, total-items, TOTAL_ITEMS.</summary>
public static class OptionNames
{
    /// <summary>kebab-case: SSMParameterPrefix gives ssm-parameter-prefix.</summary>
    public static string Flag(string name) => Join(name, '-').ToLowerInvariant();

    /// <summary>UPPER_SNAKE: SSMParameterPrefix gives SSM_PARAMETER_PREFIX.</summary>
    public static string EnvironmentVariable(string name) => Join(name, '_').ToUpperInvariant();

    // A new word starts at a capital after a small letter, and at the last capital of a run of them.
    private static string Join(string name, char separator)
    {
        ArgumentNullException.ThrowIfNull(name);
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = i > 0 && char.IsAsciiLetterUpper(name[i])
                && (!char.IsAsciiLetterUpper(name[i - 1]) || (i + 1 < name.Length && char.IsAsciiLetterLower(name[i + 1])));
            if (startsWord) text.Append(separator);
            text.Append(name[i]);
        }

        return text.ToString();
    }
}
