namespace Docs.Tests;

/// <summary>What a test found wrong, all of it at once.</summary>
internal static class Findings
{
    /// <summary>Fails with every finding on lines of its own.</summary>
    public static void None(IEnumerable<string> findings)
    {
        var all = findings.ToList();
        if (all.Count > 0) Assert.Fail($"{all.Count}:\n{string.Join('\n', all)}");
    }
}
