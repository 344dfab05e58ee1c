using System.Reflection;
using System.Text.RegularExpressions;
using Amazon.CloudFormation;
using Build.Stacks;
using TestSupport;

namespace Build.Tests.Stacks;

/// <summary>docs/stacks.md says for each state of a stack what a deployment does, and the code does it.</summary>
internal sealed partial class StatesPageTests
{
    private static readonly Dictionary<string, StackPhase[]> Rows = File.ReadLines(RepositoryRoot.Combine("docs", "stacks.md"))
        .SkipWhile(line => line != "## States").Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(2)
        .SelectMany(line => Status().Matches(line.Split('|')[1]).Select(match => (Status: match.Value, Does: line.Split('|')[2])))
        .GroupBy(row => row.Status).ToDictionary(group => group.Key, group => group.Select(row => PhaseOf(row.Does)).ToArray());

    private static IEnumerable<string> Statuses => typeof(StackStatus).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(member => member.FieldType == typeof(StackStatus)).Select(member => ((StackStatus)member.GetValue(null)!).Value)
        .Where(status => status != "DELETE_COMPLETE");

    [TestCaseSource(nameof(Statuses))]
    public void A_state_stands_in_the_row_of_what_is_done_about_it(string status)
    {
        var phase = StackPhases.Of(new StackStatus(status));
        if (Rows.TryGetValue(status, out var phases)) Assert.That(phases, Is.EqualTo([phase]));
        else Assert.That((phase, status), Is.EqualTo((StackPhase.Busy, status[..^"_IN_PROGRESS".Length] + "_IN_PROGRESS")));
    }

    [TestCase("WHATEVER_IN_PROGRESS", StackPhase.Busy)]
    [TestCase("WHATEVER_FAILED", StackPhase.Unclear)]
    public void A_state_that_this_version_does_not_know_is_waited_for_or_left_to_a_person(string status, StackPhase phase) =>
        Assert.That(StackPhases.Of(new StackStatus(status)), Is.EqualTo(phase));

    private static StackPhase PhaseOf(string does) => does.Trim() switch
    {
        var text when text.StartsWith("compares", StringComparison.Ordinal) => StackPhase.Settled,
        var text when text.StartsWith("waits", StringComparison.Ordinal) => StackPhase.Busy,
        var text when text.StartsWith("asks, and removes it", StringComparison.Ordinal) => StackPhase.InReview,
        var text when text.StartsWith("shows why it failed", StringComparison.Ordinal) => StackPhase.Failed,
        var text when text.StartsWith("shows what the way back got stuck at", StringComparison.Ordinal) => StackPhase.RollbackStuck,
        var text when text.StartsWith("ends with LT0504", StringComparison.Ordinal) => StackPhase.Unclear,
        _ => StackPhase.Gone,
    };

    [GeneratedRegex("[A-Z]+(_[A-Z]+)+", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Status();
}
