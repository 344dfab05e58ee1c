namespace Build.Running;

/// <summary>A file that says when something was last built, to tell whether its sources changed since. Times are those of the file system.</summary>
/// <param name="File">The stamp.</param>
/// <param name="Sources">Files and folders; a folder stands for everything below it.</param>
internal sealed record SourceStamp(string File, IReadOnlyList<string> Sources)
{
    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true };

    /// <summary>Whether nothing changed since the stamp was set; a removed file counts, as it changes its folder.</summary>
    public bool IsFresh
    {
        get
        {
            if (!System.IO.File.Exists(File)) return false;
            var built = System.IO.File.GetLastWriteTimeUtc(File);
            return Sources.SelectMany(Entries).All(entry => entry.LastWriteTimeUtc <= built);
        }
    }

    /// <summary>Removes the stamp, so that a build that is broken off leaves nothing that looks fresh.</summary>
    public void Clear()
    {
        if (System.IO.File.Exists(File)) System.IO.File.Delete(File);
    }

    /// <summary>Sets the stamp to the moment at which the build began: what changed during the build is newer.</summary>
    public void Set(DateTimeOffset buildBegan)
    {
        System.IO.File.WriteAllText(File, "");
        System.IO.File.SetLastWriteTimeUtc(File, buildBegan.UtcDateTime);
    }

    private static IEnumerable<FileSystemInfo> Entries(string path)
    {
        var folder = new DirectoryInfo(path);
        return folder.Exists ? folder.EnumerateFileSystemInfos("*", Everything).Prepend(folder) : [new FileInfo(path)];
    }
}
