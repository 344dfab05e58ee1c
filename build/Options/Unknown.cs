using Build.Targets;
using LoadTest.Configuration.Problems;

namespace Build.Options;

/// <summary>The problems with names that nothing has; each suggests what was probably meant.</summary>
internal static class Unknown
{
    public static Problem Option(Argument argument)
    {
        if (argument.Name is null)
        {
            var meant = argument.Text.Equals("help", StringComparison.OrdinalIgnoreCase) ? "write --help" : $"for a target write --target={argument.Text}";
            return new Problem(ErrorCodes.UnknownOption, $"'{argument.Text}' is no option", "the command line", meant);
        }

        // The value is left out: behind a mistyped name may stand a secret.
        var nearest = AutomationOptions.Table.Nearest(argument.Name.TrimStart('-'));
        return new Problem(
            ErrorCodes.UnknownOption, $"{argument.Name} is no option", "the command line",
            nearest is null ? "see ./build.sh --help for all of them" : $"did you mean --{nearest.Flag}?");
    }

    public static IEnumerable<Problem> Targets(BuildOptions options, TargetCatalogue catalogue) => options.Targets
        .Where(name => !catalogue.Knows(name))
        .Select(name => new Problem(
            ErrorCodes.UnknownTarget, $"there is no target '{name}'", "--target",
            catalogue.Nearest(name) is { } nearest ? $"did you mean --target={nearest}?" : "see ./build.sh --help for all of them"));
}
