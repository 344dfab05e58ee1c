using System.Globalization;
using Build.Ecs.Collecting;

namespace Build.Ecs.Known;

/// <summary>A run as lists show it.</summary>
/// <param name="Manifest">The run.</param>
/// <param name="State">What has become of it, in words.</param>
public sealed record ListedRun(RunManifest Manifest, string State)
{
    /// <summary>For people.</summary>
    public string Line => string.Create(
        CultureInfo.InvariantCulture,
        $"{Manifest.RunId,-24}  {Manifest.CreatedAt.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC  {TaskName.Count(Manifest.Tasks),-10}  {State}{(Manifest.Flags.Count == 0 ? "" : "  " + string.Join(' ', Manifest.Flags))}");

    /// <summary>For <c>--output=json</c>.</summary>
    public object Report => new { Manifest.RunId, Manifest.CreatedAt, Manifest.Start, Manifest.EndedAt, Manifest.Tasks, Manifest.Flags, State, Manifest.ExitCode };
}
