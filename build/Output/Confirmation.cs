using Build.Options;
using LoadTest.Configuration.Problems;

namespace Build.Output;

/// <summary>Asks before something is lost: a person at the terminal, or nobody where <c>--yes</c> says so beforehand.</summary>
public sealed class Confirmation(BuildOptions options, Screen screen)
{
    /// <summary>Returns after a yes.</summary>
    /// <param name="question">A question that yes or no answers.</param>
    /// <param name="cancel">Ends the waiting for an answer.</param>
    /// <exception cref="ProblemException">The answer is no, or nobody can give one.</exception>
    public async Task RequireAsync(string question, CancellationToken cancel)
    {
        if (options.Get(AutomationOptions.Yes))
        {
            screen.Line($"{question} yes (--yes)");
            return;
        }

        if (!screen.CanAsk) throw Refused($"'{question}' needs an answer, and no terminal is there to give one", "look at what would be done, and then give the answer beforehand: --yes");

        // Reading a line cannot be cancelled: the thread that waits for it is left behind.
        var answer = await Task.Run(() => screen.Ask($"{question} [y/N]"), cancel).WaitAsync(cancel);
        if (answer is not null && (answer.Equals("y", StringComparison.OrdinalIgnoreCase) || answer.Equals("yes", StringComparison.OrdinalIgnoreCase))) return;
        throw Refused($"'{question}' was answered with no", "nothing of it was done; run the same command again to be asked again");
    }

    private static ProblemException Refused(string what, string fix) => new(new Problem(ErrorCodes.NotConfirmed, what, null, fix));
}
