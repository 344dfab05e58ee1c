using System.Text.RegularExpressions;
using System.Xml.Linq;
using TestSupport;

namespace Docs.Tests.Diagrams;

/// <summary>Who uses whom in the code.</summary>
internal static partial class CodeArrows
{
    /// <summary>Which project refers to which, those behind a switch of compat/ among them; tests and benchmarks left out.</summary>
    public static IReadOnlySet<Arrow> OfProjects() => new[] { "src", "build", "compat" }
        .SelectMany(folder => Directory.EnumerateFiles(RepositoryRoot.Combine(folder), "*.csproj", SearchOption.AllDirectories))
        .SelectMany(project => References(project).Select(to => new Arrow(Path.GetFileNameWithoutExtension(project), to))).ToHashSet();

    /// <summary>The folders of a project that hold code.</summary>
    public static IReadOnlySet<string> Folders(string project) =>
        Sources(project).Select(source => source.Folder).ToHashSet(StringComparer.Ordinal);

    /// <summary>Which folder of a project uses which, by what its files import; files at the top, which put the folders together, left out.</summary>
    public static IReadOnlySet<Arrow> OfFolders(string project)
    {
        var folders = Folders(project);
        var space = Path.GetFileName(project) + ".";
        return
        (
            from source in Sources(project)
            from use in Used().Matches(File.ReadAllText(source.File)).Select(match => match.Groups["space"].Value)
            where use.StartsWith(space, StringComparison.Ordinal)
            let to = use[space.Length..].Split('.')[0]
            where to != source.Folder && folders.Contains(to)
            select new Arrow(source.Folder, to)).ToHashSet();
    }

    private static IEnumerable<string> References(string file)
    {
        var folder = Path.GetDirectoryName(file)!;
        foreach (var element in XDocument.Load(file).Descendants())
        {
            if (element.Name.LocalName == "ProjectReference") yield return Path.GetFileNameWithoutExtension(PathOf(element.Attribute("Include")!));
            if (element.Name.LocalName != "Import") continue;
            foreach (var reference in References(Path.Combine(folder, PathOf(element.Attribute("Project")!)))) yield return reference;
        }
    }

    private static string PathOf(XAttribute attribute) =>
        attribute.Value.Replace("$(MSBuildThisFileDirectory)", "", StringComparison.Ordinal).Replace('\\', '/');

    private static IEnumerable<(string Folder, string File)> Sources(string project)
    {
        var root = RepositoryRoot.Combine(project.Split('/'));
        return Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(file => (Path.GetRelativePath(root, file).Replace('\\', '/').Split('/')[0], file))
            .Where(source => source.Item1 is not ("bin" or "obj") && !source.Item1.EndsWith(".cs", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^using (?:static )?(?:\w+ = )?(?<space>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Used();
}
