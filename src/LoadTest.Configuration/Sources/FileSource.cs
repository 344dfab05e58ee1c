using LoadTest.Configuration.Options;
using LoadTest.Configuration.Problems;

namespace LoadTest.Configuration.Sources;

/// <summary>What the sources made of files share: reading the text, and telling what a key means.</summary>
internal static class FileSource
{
    /// <summary>The text of a file; null when there is none, or when it cannot be read, which is a problem.</summary>
    public static string? ReadText(string path, string name, Findings findings)
    {
        try
        {
            if (File.Exists(path)) return BoundedFile.ReadText(path);
            if (Directory.Exists(path)) findings.Problems.Add(Unreadable(name, "it is a folder"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            findings.Problems.Add(Unreadable(name, e switch
            {
                UnauthorizedAccessException => "no permission",
                InvalidDataException => e.Message,
                _ => "the system refuses it",
            }));
        }

        return null;
    }

    /// <summary>The option that a key names; null after a warning when it names none that may stand here.</summary>
    public static Option? Resolve(string key, string origin, OptionTable table, Findings findings, bool secretsAllowed)
    {
        if (table.TryFind(key, out var option))
        {
            if (!option.Secret || secretsAllowed) return option;
            findings.SecretInFile(key, origin);
        }
        else if (DeadKeys.Contains(key)) findings.Dead(key, origin);
        else findings.Unknown(key, origin, table, nearest => secretsAllowed ? nearest.EnvironmentVariable : nearest.Name);

        return null;
    }

    /// <summary>Adds a value, unless it is empty and an empty text is no value of the option.</summary>
    public static void AddUnlessAbsent(this List<Given> values, Given value)
    {
        if (value.Option.TakesEmpty || !string.IsNullOrWhiteSpace(value.Text)) values.Add(value);
    }

    private static Problem Unreadable(string name, string why) =>
        new(ErrorCodes.UnreadableFile, $"{name} cannot be read: {why}", name, "make it a file that this user may read, or remove it");
}
