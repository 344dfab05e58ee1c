namespace TestSupport;

/// <summary>What a test needs from outside this repository, such as Java or an npm package.</summary>
public static class OutsidePart
{
    /// <summary>
    /// Ends the test as ignored, with the reason and how to get the part; where the environment variable LOADTEST_REQUIRE_ALL is "true", as
    /// failed.
    /// </summary>
    public static void Missing(string reason)
    {
        if (Environment.GetEnvironmentVariable("LOADTEST_REQUIRE_ALL") == "true") Assert.Fail(reason);
        Assert.Ignore(reason);
    }

    /// <summary>The full path of a program on the PATH; null when there is none.</summary>
    public static string? FindProgram(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, name))
        .FirstOrDefault(File.Exists);
}
