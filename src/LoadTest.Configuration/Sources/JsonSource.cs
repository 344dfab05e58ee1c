using LoadTest.Configuration.Problems;

namespace LoadTest.Configuration.Sources;

/// <summary>A parameter file, or any JSON text of the same shapes.</summary>
internal static class JsonSource
{
    public static List<Given> ReadFile(SettingsInput input, string name, SourceRank rank, Findings findings) =>
        input.Folder is not null && FileSource.ReadText(Path.Combine(input.Folder, name), name, findings) is { } text
            ? Read(text, name, rank, input, findings)
            : [];

    public static List<Given> Read(string text, string name, SourceRank rank, SettingsInput input, Findings findings)
    {
        var values = new List<Given>();
        foreach (var entry in JsonEntries.Read(text, name, findings))
        {
            if (FileSource.Resolve(entry.Key, entry.Origin, input.Table, findings, secretsAllowed: false) is not { } option) continue;
            if (entry.Value is null)
            {
                findings.Refuse(option, new Problem(
                    ErrorCodes.WrongShape, $"{option.Name} is no text, number or boolean", entry.Position, $"give {option.Expected}"));
            }
            else values.AddUnlessAbsent(new Given(option, entry.Value, entry.Origin, rank));
        }

        return values;
    }
}
