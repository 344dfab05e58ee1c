using System.Text.RegularExpressions;
using Docs.Tests.Pages;
using TestSupport;

namespace Docs.Tests.Commands;

/// <summary>What the pages tell to type against AWS is what the end-to-end tests type in their sandbox, where all of AWS is stood in for.</summary>
public sealed partial class SandboxCommandTests
{
    // A scenario may say more than the page, such as --yes where nobody can be asked; never less, and nothing else.
    [Test]
    public void Every_command_for_AWS_is_typed_by_a_scenario()
    {
        var typed = Directory.EnumerateFiles(RepositoryRoot.Combine("tests", "EndToEnd", "Scenarios"), "*.cs")
            .SelectMany(file => Typed().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["line"].Value.Split(' ').ToHashSet(StringComparer.Ordinal)).ToList();
        var documented = Page.All.SelectMany(page => page.Blocks).Where(block => RunMark.Of(block)?.Where == "sandbox").SelectMany(CommandText.OfBlock).ToList();

        Assert.That(documented, Has.Count.GreaterThanOrEqualTo(3), "the three commands of the README");
        Findings.None(documented.Where(command => !typed.Exists(words => words.IsSupersetOf(command.Words))).Select(command => command.ToString()));
    }

    [Test]
    public void The_three_commands_of_the_README_are_for_AWS() =>
        Assert.That(
            Page.All.Single(page => page.Name == "README.md").Blocks.Where(block => RunMark.Of(block)?.Where == "sandbox")
                .SelectMany(CommandText.OfBlock).Select(command => command.Words[1]),
            Is.EqualTo(new[] { "--target=Push", "--target=Deploy", "--target=RunLoadTest" }));

    [GeneratedRegex(@"PassesAsync\(""(?<line>[^""]+)""\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Typed();
}
