namespace Build;

/// <summary>Where the repository's parts lie; every path is absolute.</summary>
/// <param name="Root">The folder that holds LoadTest.slnx.</param>
public sealed record BuildPaths(string Root)
{
    /// <summary>The solution.</summary>
    public string Solution => Path.Combine(Root, "LoadTest.slnx");

    /// <summary>The load test's project.</summary>
    public string Program => Path.Combine(Root, "src", "LoadTest", "LoadTest.csproj");

    /// <summary>Everything that is built or measured.</summary>
    public string Artifacts => Path.Combine(Root, "artifacts");

    /// <summary>The folder of the CloudFormation templates.</summary>
    public string Templates => Path.Combine(Root, "cloudformation");

    /// <summary>The results of load tests.</summary>
    public string Runs => Path.Combine(Artifacts, "runs");

    /// <summary>The results of the last test run.</summary>
    public string TestResults => Path.Combine(Artifacts, "test-results");

    /// <summary>The built automation, this program among it, and the locks of builds.</summary>
    public string Automation => Path.Combine(Artifacts, "bin", "Build");

    /// <summary>The folder of the built load test.</summary>
    public string ProgramOutput => Path.Combine(Artifacts, "bin", "LoadTest", "release");

    /// <summary>The folder of a self-contained program.</summary>
    public string Published(string rid) => Path.Combine(Artifacts, "publish", rid);

    /// <summary>What the load test is built from: a change below any of these makes the built program stale.</summary>
    public IReadOnlyList<string> ProgramSources =>
    [
        Path.Combine(Root, "src"), Path.Combine(Root, "Directory.Build.props"), Path.Combine(Root, "Directory.Packages.props"),
        Path.Combine(Root, "global.json"), Path.Combine(Root, ".editorconfig"), Path.Combine(Root, "BannedSymbols.txt"),
    ];

    /// <summary>How the image is put together.</summary>
    public string Dockerfile => Path.Combine(Root, "Dockerfile");

    /// <summary>What the image is made of.</summary>
    public IReadOnlyList<string> ImageSources => [.. ProgramSources, Dockerfile, Path.Combine(Root, ".dockerignore")];

    /// <summary>Finds the repository around a file or folder in it.</summary>
    /// <param name="inside">Where to start looking upwards.</param>
    /// <exception cref="DirectoryNotFoundException">No folder above holds LoadTest.slnx.</exception>
    public static BuildPaths Around(string inside)
    {
        for (var folder = new DirectoryInfo(inside); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "LoadTest.slnx"))) return new BuildPaths(folder.FullName);
        }

        throw new DirectoryNotFoundException($"No folder above {inside} holds LoadTest.slnx.");
    }
}
