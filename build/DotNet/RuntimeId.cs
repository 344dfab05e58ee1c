using System.Runtime.InteropServices;
using Build.Options;
using LoadTest.Configuration.Problems;

namespace Build.DotNet;

/// <summary>The systems that the load test is published for.</summary>
public static class RuntimeId
{
    /// <summary>Those that src/Directory.Build.props lists, so that the lock files hold for each of them.</summary>
    public static IReadOnlyList<string> All { get; } = ["linux-arm64", "linux-x64", "osx-arm64", "osx-x64", "win-x64"];

    /// <summary>The system that was asked for, or that of this machine.</summary>
    /// <exception cref="ProblemException">The load test is not published for it.</exception>
    public static string Of(BuildOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var typed = options.Has(AutomationOptions.Rid);
        var rid = typed ? options.Get(AutomationOptions.Rid) : RuntimeInformation.RuntimeIdentifier;
        return All.Contains(rid)
            ? rid
            : throw new ProblemException(new Problem(
                ErrorCodes.NotAllowed, $"the load test is not published for '{rid}'", typed ? "--rid" : "this machine",
                $"give --rid= and one of {string.Join(", ", All)}"));
    }
}
