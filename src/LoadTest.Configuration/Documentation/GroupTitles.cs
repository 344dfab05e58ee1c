using LoadTest.Configuration.Options;

namespace LoadTest.Configuration.Documentation;

/// <summary>The groups' headings.</summary>
public static class GroupTitles
{
    /// <summary>A heading of a word or a few.</summary>
    public static string Of(OptionGroup group) => group switch
    {
        OptionGroup.LocalServer => "Local server",
        _ => group.ToString(),
    };
}
