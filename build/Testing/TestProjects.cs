using System.Xml.Linq;

namespace Build.Testing;

/// <summary>The test projects of the solution: each of them must report something.</summary>
internal static class TestProjects
{
    /// <summary>Their names, in the solution's order.</summary>
    public static IReadOnlyList<string> In(string solution) =>
    [
        .. XDocument.Load(solution).Descendants("Project")
            .Select(project => Path.GetFileNameWithoutExtension(((string)project.Attribute("Path")!).Replace('\\', '/')))
            .Where(name => name.EndsWith(".Tests", StringComparison.Ordinal)),
    ];
}
