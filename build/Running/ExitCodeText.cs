using System.Globalization;
using LoadTest.Configuration.Problems;

namespace Build.Running;

/// <summary>What an exit code of the load test means.</summary>
internal static class ExitCodeText
{
    /// <summary>The number, and a few words.</summary>
    public static string Of(int code) => string.Create(CultureInfo.InvariantCulture, $"{code} ({Meaning(code)})");

    private static string Meaning(int code) => (ExitCode)code switch
    {
        ExitCode.Passed => "passed",
        ExitCode.Failed => "failed",
        ExitCode.Usage => "the command line or the configuration is wrong",
        ExitCode.ThresholdFailed => "a threshold was missed",
        ExitCode.Credentials => "credentials or a permission are missing",
        ExitCode.GuardRefused => "a safety guard refused",
        ExitCode.Interrupted => "stopped by Ctrl-C",
        ExitCode.Terminated => "stopped by SIGTERM",
        _ => code > 128 ? string.Create(CultureInfo.InvariantCulture, $"ended by signal {code - 128}") : "an unknown code",
    };
}
