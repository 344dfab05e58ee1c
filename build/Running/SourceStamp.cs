using Build.Processes;
using LoadTest.Configuration.Problems;

namespace Build.Running;

/// <summary>A file that says when something was last built, to tell whether its sources changed since. Times are those of the file system.</summary>
/// <param name="File">The stamp.</param>
/// <param name="Product">The file that the build makes last: without it nothing is built, whatever the stamp says.</param>
/// <param name="Sources">Files and folders; a folder stands for everything below it.</param>
internal sealed record SourceStamp(string File, string Product, IReadOnlyList<string> Sources)
{
    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true };

    /// <summary>Whether nothing changed since the stamp was set; a removed file counts, as it changes its folder.</summary>
    public bool IsFresh
    {
        get
        {
            if (!System.IO.File.Exists(File) || !System.IO.File.Exists(Product)) return false;
            var built = System.IO.File.GetLastWriteTimeUtc(File);
            return Sources.SelectMany(Entries).All(entry => entry.LastWriteTimeUtc <= built);
        }
    }

    /// <summary>
    /// Removes stamp and product: a build that is broken off leaves nothing that looks fresh, and a product that is there is its own.
    /// </summary>
    public void Clear()
    {
        foreach (var file in new[] { File, Product }.Where(System.IO.File.Exists)) System.IO.File.Delete(file);
    }

    /// <summary>Sets the stamp to the moment at which the build began: what changed during the build is newer.</summary>
    /// <exception cref="StepFailedException">The build made no product: one that is told to stop ends with exit code 0 all the same.</exception>
    public void Set(DateTimeOffset buildBegan)
    {
        if (!System.IO.File.Exists(Product))
        {
            var what = $"The build ended without {Path.GetFileName(Product)}, though it reported no error: it was stopped from outside.";
            throw new StepFailedException((int)ExitCode.Failed, what + " Run the target again.");
        }

        System.IO.File.WriteAllText(File, "");
        System.IO.File.SetLastWriteTimeUtc(File, buildBegan.UtcDateTime);
    }

    private static IEnumerable<FileSystemInfo> Entries(string path)
    {
        var folder = new DirectoryInfo(path);
        return folder.Exists ? folder.EnumerateFileSystemInfos("*", Everything).Prepend(folder) : [new FileInfo(path)];
    }
}
