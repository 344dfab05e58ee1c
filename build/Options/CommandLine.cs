using LoadTest.Configuration.Options;
using LoadTest.Configuration.Problems;

namespace Build.Options;

/// <summary>The command line, read against the table of options: what was asked for, and everything that is wrong with it.</summary>
/// <param name="Options">What was asked for.</param>
/// <param name="Problems">All that is wrong; with any, nothing may run.</param>
public sealed record CommandLine(BuildOptions Options, IReadOnlyList<Problem> Problems)
{
    /// <summary>Reads <c>--name=value</c>, <c>--name value</c>, <c>--switch</c> and Cake's short forms. Never throws.</summary>
    /// <param name="arguments">As the process got them.</param>
    public static CommandLine Read(IReadOnlyList<string> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var given = new List<GivenOption>();
        var problems = new List<Problem>();
        for (var i = 0; i < arguments.Count; i++)
        {
            var argument = Argument.Parse(arguments[i]);
            var option = argument.FindOption();
            if (option is null)
            {
                problems.Add(Unknown.Option(argument));
                continue;
            }

            var value = argument.Value;
            if (value is null && option is Option<bool>) value = "true";
            if (value is null && i + 1 < arguments.Count && !arguments[i + 1].StartsWith('-')) value = arguments[++i];
            if (value is null) problems.Add(new Problem(ErrorCodes.MissingValue, $"--{option.Flag} has no value", null, $"give {option.Expected}: --{option.Flag}=VALUE"));
            else given.Add(new GivenOption(option, value));
        }

        problems.AddRange(given.Where(IsOwn).Select(WrongValue).OfType<Problem>());
        problems.AddRange(GivenTwice(given));
        return new CommandLine(new BuildOptions(given), problems);
    }

    // The load test checks the values of its own options, with every other source at hand; verbosity is Cake's as well.
    private static bool IsOwn(GivenOption given) =>
        AutomationOptions.Own.Contains(given.Option) || given.Option == ApplicationOptions.Verbosity;

    private static Problem? WrongValue(GivenOption given) =>
        given.Option.TryParseValue(given.Value, given.Origin, out _, out var problem) ? null : problem;

    private static IEnumerable<Problem> GivenTwice(IEnumerable<GivenOption> given) => given
        .Where(option => option.Option != AutomationOptions.Target)
        .GroupBy(option => option.Option)
        .Where(group => group.Count() > 1)
        .Select(group => new Problem(
            ErrorCodes.GivenTwice, $"--{group.Key.Flag} is given {group.Count()} times", "the command line", "keep one of them"));
}
