using LoadTest.Configuration.Options;
using LoadTest.Configuration.Problems;

namespace LoadTest.Configuration.Sources;

/// <summary>The command line.</summary>
internal static class FlagSource
{
    public static List<Given> Read(SettingsInput input, Findings findings)
    {
        var values = new List<Given>();
        foreach (var flag in input.Flags)
        {
            if (input.Table.Find(flag.Name) is { } option && (option.Scope & input.Scope) != OptionScope.None) Add(option, flag);
            else if (DeadKeys.Contains(flag.Name)) findings.Dead(flag.Name, flag.Origin);
            else Unknown(flag);
        }

        return values;

        // Misspelled, and so not missing.
        void Unknown(FlagValue flag)
        {
            var nearest = input.Table.Nearest(flag.Name, input.Scope);
            var problem = new Problem(
                ErrorCodes.UnknownOption, $"{flag.Origin} is no option", "the command line",
                nearest is null ? "list the options with --help" : $"did you mean --{nearest.Flag}?");
            if (nearest is null) findings.Problems.Add(problem);
            else findings.Refuse(nearest, problem);
        }

        void Add(Option option, FlagValue flag)
        {
            var text = flag.Value ?? (option is Option<bool> ? "true" : "");
            if (option.TakesEmpty && flag.Value is not null || !string.IsNullOrWhiteSpace(text))
                values.Add(new Given(option, text, flag.Origin, SourceRank.Flags));
            else
            {
                findings.Refuse(option, new Problem(
                    ErrorCodes.MissingValue, $"{flag.Origin} has no value", flag.Origin, $"give {option.Expected}: --{option.Flag}=VALUE"));
            }
        }
    }
}
