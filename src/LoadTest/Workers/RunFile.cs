using System.Globalization;
using System.Text.Json;
using LoadTest.Configuration.Problems;

namespace LoadTest.Workers;

/// <summary>Reads what whoever started a run wrote for its tasks.</summary>
internal static class RunFile
{
    /// <summary>Reads a file of the run.</summary>
    /// <param name="json">The file.</param>
    /// <param name="name">What it is, as a sentence begins with it.</param>
    /// <param name="version">The version that is understood.</param>
    /// <param name="runId">The run.</param>
    /// <param name="read">Makes something of it; it may throw what <see cref="JsonElement"/> does where it is of another shape.</param>
    /// <exception cref="ProblemException">It is malformed, or of another version or run.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> json, string name, int version, string runId, Func<JsonElement, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (root.GetProperty("version").GetInt32() is var found && found != version)
                throw Unusable(name, string.Create(CultureInfo.InvariantCulture, $"it has version {found}, and this program reads version {version}"));
            if (root.GetProperty("runId").GetString() is var run && run != runId) throw Unusable(name, $"it is of run {run}, and not of {runId}");
            return read(root);
        }
        catch (Exception broken) when (broken is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw Unusable(name, $"it is malformed: {broken.Message}");
        }
    }

    /// <summary>What is thrown where a file makes no sense.</summary>
    public static ProblemException Unusable(string name, string why) => new(new Problem(
        ErrorCodes.AssignmentUnusable, $"the {name} of the run cannot be used: {why}", null,
        "start the run by RunLoadTest, with the automation of the same version as the image"));
}
