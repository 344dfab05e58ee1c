using System.Globalization;

namespace Build.Cleanup;

/// <summary>Sizes on the disk.</summary>
internal static class Size
{
    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
        IgnoreInaccessible = true,
    };

    /// <summary>The bytes of a file, or of all files below a folder; links are not followed.</summary>
    public static long Of(FileSystemInfo entry) => entry switch
    {
        { LinkTarget: not null } => 0,
        FileInfo file => file.Length,
        DirectoryInfo folder => folder.EnumerateFiles("*", Everything).Sum(file => file.Length),
        _ => 0,
    };

    /// <summary>For a person to read: "12.3 MB", in powers of 1000.</summary>
    public static string Of(long bytes) => (bytes / 1e6).ToString("0.0", CultureInfo.InvariantCulture) + " MB";
}
