using System.Runtime.CompilerServices;

namespace TestSupport;

/// <summary>
/// Compares a text with a committed file. With LOADTEST_UPDATE_GOLDEN=true the file is written instead, for a developer to read the
/// difference and commit it.
/// </summary>
public static class Golden
{
    /// <summary>Fails when the text differs from <c>Golden/NAME</c> of the calling test's project.</summary>
    public static void Matches(string name, string actual, [CallerFilePath] string caller = "")
        => MatchesFile(Path.Combine(ProjectFolder(caller), "Golden", name), actual);

    /// <summary>Fails when the text differs from a committed file, wherever it is.</summary>
    public static void MatchesFile(string path, string actual)
    {
        if (Environment.GetEnvironmentVariable("LOADTEST_UPDATE_GOLDEN") == "true")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        Assert.That(path, Does.Exist, "run once with LOADTEST_UPDATE_GOLDEN=true to write it");
        Assert.That(actual, Is.EqualTo(File.ReadAllText(path).ReplaceLineEndings("\n")), $"differs from {Path.GetFileName(path)}");
    }

    // The caller's path is that of the build machine's repository: only the part below tests/ is used.
    private static string ProjectFolder(string caller)
    {
        var parts = caller.Replace('\\', '/').Split('/');
        var tests = Array.LastIndexOf(parts, "tests");
        return RepositoryRoot.Combine("tests", parts[tests + 1]);
    }
}
