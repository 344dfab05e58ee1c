using System.ComponentModel;
using Build.Processes;

namespace Build.Images;

/// <summary>The files that an image is made of, as git sees them.</summary>
public sealed class ImageSource(BuildPaths paths, ChildProcesses processes)
{
    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true };

    /// <summary>The commit that is checked out; null without git or without a commit.</summary>
    public async Task<string?> CommitAsync() => (await GitAsync("rev-parse", "--verify", "HEAD"))?.Trim();

    /// <summary>Whether one of the files differs from the commit, or is not in it.</summary>
    public async Task<bool> IsChangedAsync() => (await GitAsync(["status", "--porcelain", "--untracked-files=all", "--", .. Names])) is not "";

    /// <summary>All files: those that git knows or would take, else everything that lies there.</summary>
    public async Task<IReadOnlyList<string>> FilesAsync()
    {
        var known = await GitAsync(["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", .. Names]);
        return known is null
            ? [.. paths.ImageSources.SelectMany(path => Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", Everything) : [path])]
            : [.. known.Split('\0', StringSplitOptions.RemoveEmptyEntries).Distinct().Select(name => Path.Combine(paths.Root, name))];
    }

    private IEnumerable<string> Names => paths.ImageSources.Select(path => Path.GetRelativePath(paths.Root, path));

    private async Task<string?> GitAsync(params IReadOnlyList<string> arguments)
    {
        try
        {
            var (code, text) = await processes.ReadAsync(new Command("git", arguments, paths.Root), "git");
            return code == 0 ? text : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
