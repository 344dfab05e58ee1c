using System.Text.RegularExpressions;
using Build.Linting;
using TestSupport.Moto;

namespace Build.Tests.Scripts;

/// <summary>Holds build.sh and build.ps1 alike: what one does, the other does.</summary>
[TestFixture]
internal sealed class ScriptTests
{
    private static readonly string Bash = Read("build.sh");
    private static readonly string PowerShell = Read("build.ps1");

    [Test]
    public void Both_watch_the_same_files_and_each_of_them_exists()
    {
        var bash = Lines(Find(Bash, @"watched=\(\n(?<it>.*?)\n\)").Single());
        var powerShell = Lines(Find(PowerShell, @"\$watched = @\(\n(?<it>.*?)\n\)").Single()).Select(line => line.Trim('\''));
        Assert.That(powerShell, Is.EqualTo(bash));
        Assert.That(bash, Has.Length.GreaterThan(5));
        foreach (var path in bash) Assert.That(Path.Exists(TestSupport.RepositoryRoot.Combine(path)), Is.True, path);
    }

    [Test]
    public void Both_say_the_same()
    {
        static IEnumerable<string> Normal(IEnumerable<string> texts) => texts
            .Select(text => text.Replace("$(dirname \"$lock\")", "$lock", StringComparison.Ordinal).Replace("$(Split-Path $lock)", "$lock", StringComparison.Ordinal));
        var bash = Normal(Find(Bash, "echo \"(?<it>[A-Za-z][^\n]*)\" >&2"));
        var powerShell = Normal(Find(PowerShell, "WriteLine\\(\"(?<it>[^\n]*)\"\\)"));
        Assert.That(powerShell, Is.EquivalentTo(bash));
        Assert.That(bash.Count(), Is.EqualTo(6));
    }

    [Test]
    public void Both_call_dotnet_in_the_same_way_and_in_the_same_order()
    {
        static IEnumerable<string> Calls(string script) =>
            Find(script, "[ &]dotnet (?<it>(--version|build |\"\\$output)[^>|*\n]*)")
                .Select(call => call.Replace("\"", "", StringComparison.Ordinal).Replace("$@", "@args", StringComparison.Ordinal).TrimEnd(' ', '2'));
        Assert.That(Calls(PowerShell), Is.EqualTo(Calls(Bash)));
        Assert.That(Calls(Bash).Count(), Is.EqualTo(3));
    }

    [Test]
    public void Both_name_the_same_files()
    {
        static IEnumerable<string> Paths(string script) => Find(script, "\"\\$(root|output)/(?<it>[A-Za-z./]+)\"").Distinct();
        Assert.That(Paths(PowerShell), Is.EquivalentTo(Paths(Bash)));
        Assert.That(Paths(Bash), Does.Contain("artifacts/bin/Build/build.lock").And.Contains("Build.dll"));
    }

    [Test]
    public void What_ci_installs_is_what_messages_name()
    {
        var packages = Find(Find(Read(".ci/run"), @"pip_packages=\((?<it>.*?)\)").Single(), "\"(?<it>[^\"]+)\"");
        Assert.That(packages.Select(package => package.Split('[', '=')[0]), Is.EqualTo(["cfn-lint", "moto"]));
        Assert.That($"pip install {packages[0]}", Is.EqualTo(CfnLint.HowToGet));
        Assert.That(MotoServer.HowToGet, Does.EndWith($"pip install '{packages[1]}'"));
        Assert.That(Read("docs/automation.md"), Does.Contain($"`{CfnLint.HowToGet}`"));
        Assert.That(Find(Read(".github/workflows/test.yml"), "(?<it>pip install [^\n]+)"), Is.EqualTo([CfnLint.HowToGet]));
    }

    private static string Read(string file) => File.ReadAllText(TestSupport.RepositoryRoot.Combine(file));

    // Gives what the group named "it" caught, match by match.
    private static List<string> Find(string text, string pattern) =>
    [
        .. Regex.Matches(text, pattern, RegexOptions.Singleline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))
            .Select(match => match.Groups["it"].Value),
    ];

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
