using Build.Output;

namespace Build.Cleanup;

/// <summary>Everything that is built: the folder artifacts/.</summary>
public sealed class ArtifactsFolder(BuildPaths paths, Screen screen)
{
    // The running program's own files stay: on Windows they cannot be removed, and elsewhere it still has to load some of them.
    private readonly string[] _kept = [paths.Runs, paths.Automation];

    /// <summary>Removes all but the results of load tests and the automation itself, and says what it removed.</summary>
    public void Clean()
    {
        var removed = Directory.Exists(paths.Artifacts) ? Empty(new DirectoryInfo(paths.Artifacts)).ToList() : [];
        foreach (var (path, bytes) in removed) screen.Line($"removed {Path.GetRelativePath(paths.Root, path)} ({Size.Of(bytes)})");
        if (removed.Count == 0) screen.Line("nothing to remove");
        foreach (var path in _kept.Where(Directory.Exists)) screen.Line($"kept {Path.GetRelativePath(paths.Root, path)}");
    }

    private IEnumerable<(string Path, long Bytes)> Empty(DirectoryInfo folder)
    {
        foreach (var entry in folder.GetFileSystemInfos().OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            if (_kept.Contains(entry.FullName, StringComparer.Ordinal)) continue;
            if (entry is DirectoryInfo child && _kept.Any(kept => kept.StartsWith(child.FullName + Path.DirectorySeparatorChar, StringComparison.Ordinal)))
            {
                foreach (var removed in Empty(child)) yield return removed;
                continue;
            }

            var bytes = Size.Of(entry);
            if (entry is DirectoryInfo { LinkTarget: null } whole) whole.Delete(recursive: true);
            else entry.Delete();
            yield return (entry.FullName, bytes);
        }
    }
}
