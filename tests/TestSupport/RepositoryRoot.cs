namespace TestSupport;

/// <summary>Where the repository's files are, found from where the tests run.</summary>
public static class RepositoryRoot
{
    /// <summary>The absolute path of the folder that holds LoadTest.slnx.</summary>
    public static string Path { get; } = Find();

    /// <summary>The absolute path of a file or folder of the repository.</summary>
    public static string Combine(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "LoadTest.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException($"No LoadTest.slnx above {AppContext.BaseDirectory}.");
    }
}
