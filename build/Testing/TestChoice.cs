using Build.Options;

namespace Build.Testing;

/// <summary>Which tests to run, and how strictly.</summary>
/// <param name="Suite">All of them, or those that are not slow.</param>
/// <param name="RequireAll">Whether a skipped test is a failure.</param>
/// <param name="Configuration">How the tests are built.</param>
public sealed record TestChoice(Suite Suite, bool RequireAll, BuildConfiguration Configuration)
{
    /// <summary>What the command line asked for.</summary>
    public static TestChoice Of(BuildOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new TestChoice(
            options.Get(AutomationOptions.Suite), options.Get(AutomationOptions.RequireAll), options.Get(AutomationOptions.Configuration));
    }
}
