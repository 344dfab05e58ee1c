using Compat.Tests.Models;
using TestSupport;

namespace Compat.Tests;

/// <summary>Nothing outside compat/ and its tests knows that these are stand-ins.</summary>
internal sealed class BoundaryTests
{
    [Test]
    public void No_code_outside_names_what_the_official_packages_lack() =>
        Assert.That(Files("*.cs").Where(file => File.ReadAllText(file).Contains("Amazon.Plumbing", StringComparison.Ordinal)), Is.Empty);

    [Test]
    public void Projects_take_the_clients_through_the_switch_alone()
    {
        foreach (var project in Files("*.csproj"))
        {
            var lines = File.ReadLines(project).Where(line => line.Replace(@"\", "/", StringComparison.Ordinal).Contains("/compat/", StringComparison.Ordinal));
            Assert.That(lines, Is.All.Contains("<Import Project=").And.All.Contains(".props"), project);
        }
    }

    [Test]
    public void The_shared_part_shows_nothing() =>
        Assert.That(typeof(Amazon.Plumbing.OperationName).Assembly.GetExportedTypes(), Is.Empty);

    [TestCaseSource(typeof(Service), nameof(Service.All))]
    public void Every_stand_in_has_its_switch_and_the_version_of_the_package_that_takes_its_place(Service service)
    {
        var package = service.Assembly.GetName().Name!;

        var @switch = File.ReadAllText(RepositoryRoot.Combine("compat", package + ".props"));
        Assert.That(@switch, Does.Contain($"""<PackageReference Include="{package}" />""").And.Contain($"{package}.csproj"));
        Assert.That(File.ReadAllText(RepositoryRoot.Combine("Directory.Packages.props")), Does.Contain($"""<PackageVersion Include="{package}" """));
    }

    private static IEnumerable<string> Files(string pattern) => new[] { "build", "src", "tests", "benchmarks" }
        .Select(folder => RepositoryRoot.Combine(folder)).Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories))
        .Where(file => !file.Contains("Compat.Tests", StringComparison.Ordinal));
}
