using LoadTest.Configuration.Problems;
using LoadTest.Configuration.Sources;
using LoadTest.Items;

namespace LoadTest.Planning;

/// <summary>A file that a setting names, with what the run's items are made from.</summary>
internal static class DataFile
{
    /// <summary>Reads a file; where that is not possible, a problem says why, with the line, and there is nothing.</summary>
    public static T? Read<T>(string path, string origin, List<Problem> problems, Func<string, T> parse)
        where T : class
    {
        try
        {
            return parse(BoundedFile.ReadText(path));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException or InvalidDataException)
        {
            problems.Add(new Problem(
                ErrorCodes.UnreadableFile, $"{path} cannot be read: {unreadable.Message}", origin, "correct the path, which begins at the folder of the call"));
        }
        catch (DataFileException wrong)
        {
            problems.Add(new Problem(ErrorCodes.BrokenDataFile, $"{path} {wrong.Message}", origin, "mend the file there; docs/measuring.md shows how it is written"));
        }

        return null;
    }
}
