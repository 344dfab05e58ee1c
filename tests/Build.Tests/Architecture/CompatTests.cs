using System.Reflection;
using Cake.Frosting;

namespace Build.Tests.Architecture;

/// <summary>Holds compat/ to what it is: a subset of the official package, which nothing else knows to be one.</summary>
[TestFixture]
internal sealed class CompatTests
{
    private const BindingFlags Declared = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static;

    [TestCase(typeof(CakeHost), "Cake.Frosting.7.0.0.txt")]
    [TestCase(typeof(Cake.Docker.DockerAliases), "Cake.Docker.1.3.0.txt")]
    public void The_stand_in_offers_nothing_that_the_official_package_does_not(Type any, string data)
    {
        var file = TestSupport.RepositoryRoot.Combine("tests", "Build.Tests", "Architecture", data);
        var official = File.ReadAllLines(file).Where(line => !line.StartsWith('#')).ToHashSet(StringComparer.Ordinal);
        var offered = any.Assembly.GetExportedTypes().SelectMany(Surface).Order(StringComparer.Ordinal).ToList();
        Assert.That(offered.Where(line => !official.Contains(line)), Is.Empty, string.Join('\n', offered));
    }

    [Test]
    public void Only_the_switch_between_stand_in_and_package_names_it()
    {
        string[] folders = ["build", "src", "tests", "benchmarks"];
        var knowing = folders
            .Select(folder => TestSupport.RepositoryRoot.Combine(folder)).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
            .Where(file => Path.GetFileName(file) != "CompatTests.cs")
            .Where(file => File.ReadAllText(file) is var text
                && (text.Contains("OfficialPackages", StringComparison.Ordinal) || text.Contains("Cake.Frosting.Internal", StringComparison.Ordinal)));
        Assert.That(knowing, Is.Empty);
    }

    [Test]
    public void Projects_take_cake_through_the_switch_alone()
    {
        var projects = Directory.EnumerateFiles(TestSupport.RepositoryRoot.Path, "*.csproj", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(TestSupport.RepositoryRoot.Path, file).StartsWith("compat", StringComparison.Ordinal))
            .Where(file => File.ReadAllText(file).Contains("Cake", StringComparison.Ordinal));
        foreach (var project in projects)
            Assert.That(File.ReadLines(project).Where(line => line.Contains("Cake", StringComparison.Ordinal)), Is.All.Match(@"<Import Project=.*\\compat\\Cake\.(Frosting|Docker)\.props"), project);
    }

    // A type and each of its members on a line: "CakeHost.AddAssembly(Assembly): CakeHost".
    private static IEnumerable<string> Surface(Type type)
    {
        var name = Named(type);
        yield return type.IsInterface ? $"interface {name}" : type.IsAbstract && !type.IsSealed ? $"abstract class {name}" : $"class {name}";
        foreach (var parent in type.GetInterfaces().Where(parent => parent.Assembly == type.Assembly)) yield return $"{name} : {Named(parent)}";
        foreach (var constructor in type.GetConstructors(Declared)) yield return $"{name}({Parameters(constructor)})";
        foreach (var property in type.GetProperties(Declared)) yield return $"{name}.{property.Name}: {Named(property.PropertyType)}";
        foreach (var method in type.GetMethods(Declared).Where(method => !method.IsSpecialName))
            yield return $"{name}.{method.Name}{Generic(method)}({Parameters(method)}): {Named(method.ReturnType)}";
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter => Named(parameter.ParameterType)));

    private static string Generic(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>" : "";

    private static string Named(Type type) => type.IsGenericType
        ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Named))}>"
        : type.Name;
}
