using TestSupport;

namespace CloudFormation.Tests.Wiring;

/// <summary>The parameter files that must deploy: ours, and those of older projects.</summary>
internal static class ParameterFiles
{
    public static IEnumerable<string> All =>
    [
        "parameters.json",
        "parameters.example.json",
        .. Directory.GetFiles(RepositoryRoot.Combine("tests", "LoadTest.Configuration.Tests", "Data"), "old*")
            .Select(file => Path.GetRelativePath(RepositoryRoot.Path, file)).Order(),
    ];

    public static string Text(string file) => File.ReadAllText(RepositoryRoot.Combine(file));
}
