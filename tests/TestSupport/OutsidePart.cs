using NUnit.Framework;

namespace TestSupport;

/// <summary>Parts that a test needs and that the repository does not bring.</summary>
public static class OutsidePart
{
    /// <summary>Ends the test: ignored with the reason, or failed where LOADTEST_REQUIRE_ALL is "true".</summary>
    public static void IsMissing(string reason)
    {
        if (Environment.GetEnvironmentVariable("LOADTEST_REQUIRE_ALL") == "true") Assert.Fail(reason);
        Assert.Ignore(reason);
    }
}
