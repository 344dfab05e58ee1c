using System.Globalization;
using TestSupport;

namespace Build.Tests.Support;

/// <summary>
/// A repository of a test's own: the built automation, the scripts, and a 'dotnet' on the path that records how it is called and does as
/// the test says. The automation in it is the real one, started by its own executable, and so takes the 'dotnet' of the path.
/// </summary>
internal sealed class FakeRepository : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public FakeRepository()
    {
        _folder.Write("LoadTest.slnx", "<Solution />");
        _folder.Write("src/LoadTest/LoadTest.csproj");
        foreach (var file in new[] { "Directory.Build.props", "Directory.Packages.props", "global.json", ".editorconfig", "BannedSymbols.txt" })
            File.Copy(TestSupport.RepositoryRoot.Combine(file), _folder.Combine(file));
        var output = Directory.CreateDirectory(_folder.Combine("artifacts", "bin", "Build", "release")).FullName;
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory).Where(IsAutomation))
            File.Copy(file, Path.Combine(output, Path.GetFileName(file)));
        GivenProgram("exit 0");
    }

    public string Root => _folder.Path;

    /// <summary>The calls of 'dotnet' so far, each on a line.</summary>
    public string[] Calls => File.Exists(Combine("calls.log")) ? File.ReadAllLines(Combine("calls.log")) : [];

    public string Combine(params string[] parts) => _folder.Combine(parts);

    /// <summary>Decides what is run.</summary>
    /// <param name="script">What the load test does, as lines of a shell script; its arguments are "$@".</param>
    /// <param name="build">What a build does before it writes the program; "exit 0" breaks it off as a signal does.</param>
    public void GivenProgram(string script, string build = ":") => _folder.WriteScript("bin/dotnet", $$"""
        #!/usr/bin/env bash
        echo "$@" >> '{{Combine("calls.log")}}'
        if [ "$1" = build ]; then
          mkdir -p '{{Combine("artifacts", "bin", "LoadTest", "release")}}'
          {{build}}
          touch '{{Combine("artifacts", "bin", "LoadTest", "release", "dynamodb-load-test.dll")}}'
          exit 0
        fi
        shift
        {{script}}
        """);

    /// <summary>Puts a stand-in for cfn-lint on the path.</summary>
    /// <param name="script">What it does, as lines of a shell script.</param>
    public void GivenCfnLint(string script) => GivenTool("cfn-lint", script);

    /// <summary>Puts a program on the path.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="script">What it does, as lines of a shell script.</param>
    public void GivenTool(string name, string script) => _folder.WriteScript("bin/" + name, "#!/bin/sh\n" + script);

    /// <summary>Copies a file, or the files of a folder, of the real repository.</summary>
    public void GivenOwn(string name)
    {
        var source = TestSupport.RepositoryRoot.Combine(name);
        foreach (var file in Directory.Exists(source) ? Directory.EnumerateFiles(source) : [source])
            _folder.Write(Path.GetRelativePath(TestSupport.RepositoryRoot.Path, file), File.ReadAllText(file));
    }

    /// <summary>Replaces a text that stands in a file, and says on which line.</summary>
    public int Change(string relative, string from, string to)
    {
        var text = File.ReadAllText(Combine(relative));
        var at = text.IndexOf(from, StringComparison.Ordinal);
        Assert.That(at, Is.Not.Negative, $"{relative} does not hold {from}");
        _folder.Write(relative, text[..at] + to + text[(at + from.Length)..]);
        return text[..at].Count(c => c == '\n') + 1;
    }

    /// <summary>Writes a file.</summary>
    public void Write(string relative, string text) => _folder.Write(relative, text);

    /// <summary>Removes the results of runs, as on a machine that has none.</summary>
    public void DeleteRuns()
    {
        if (Directory.Exists(Combine("artifacts", "runs"))) Directory.Delete(Combine("artifacts", "runs"), recursive: true);
    }

    /// <summary>Changes a source of the load test.</summary>
    public void ChangeSource(string relative) => _folder.Write(relative, DateTime.UtcNow.Ticks.ToString(CultureInfo.InvariantCulture));

    /// <summary>Starts the automation.</summary>
    public StartedProcess Start(params string[] arguments) =>
        StartedProcess.Start(Combine("artifacts", "bin", "Build", "release", "Build"), arguments, Path.GetTempPath(), Variables);

    /// <summary>Starts the automation where no program of the machine is on the path, only the stand-ins of this repository.</summary>
    public StartedProcess StartAlone(params string[] arguments) => StartedProcess.Start(
        Combine("artifacts", "bin", "Build", "release", "Build"), arguments, Path.GetTempPath(), [.. Variables, ("PATH", Combine("bin"))]);

    /// <summary>The variables that the automation is started with.</summary>
    public (string Name, string? Value)[] Variables =>
    [
        ("PATH", $"{Combine("bin")}:{Environment.GetEnvironmentVariable("PATH")}"),
        ("DOTNET_ROOT", Path.GetDirectoryName(Path.GetFullPath(DotNetProgram))),
        ("ENVIRONMENT", null),
    ];

    public void Dispose() => _folder.Dispose();

    // Tests are run by the real dotnet, which is where a self-starting program finds its runtime.
    private static string DotNetProgram =>
        Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..", "dotnet");

    private static bool IsAutomation(string file) =>
        Path.GetFileName(file) is var name
        && (name is "Build" or "Build.exe" || Path.GetExtension(name) is ".dll" || name is "Build.runtimeconfig.json" or "Build.deps.json")
        && !name.StartsWith("Build.Tests", StringComparison.Ordinal);
}
