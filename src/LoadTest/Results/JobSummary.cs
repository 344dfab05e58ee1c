using System.Text;
using LoadTest.Engine.Reporting;

namespace LoadTest.Results;

/// <summary>Appends the short report to the file that GitHub Actions shows on a job's page.</summary>
public static class JobSummary
{
    /// <summary>The environment variable that names the file; set by GitHub Actions alone.</summary>
    public const string Variable = "GITHUB_STEP_SUMMARY";

    /// <summary>Appends it, where there is such a file.</summary>
    /// <returns>Why it could not be done, or null.</returns>
    public static string? Append(RunSummary summary, string? path)
    {
        if (string.IsNullOrEmpty(path)) return null;
        try
        {
            using var writer = new StreamWriter(path, append: true, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            MarkdownReport.WriteShort(summary, writer);
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return $"the job's summary could not be written to {path}: {failure.Message}";
        }
    }
}
