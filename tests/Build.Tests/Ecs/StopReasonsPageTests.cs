using System.Globalization;
using Amazon.ECS;
using Build.Ecs.Endings;
using TestSupport;

namespace Build.Tests.Ecs;

/// <summary>docs/troubleshooting.md says for what ECS says of a stopped task which code it gets here, and the code does so.</summary>
internal sealed class StopReasonsPageTests
{
    private const string None = "none";

    private static readonly (string Says, string StopCode, string ExitCode, string Code)[] Rows =
    [
        .. from row in MarkdownTable.Rows("troubleshooting.md", "## Why a task stopped")
           from says in MarkdownTable.Quoted(row[0]).DefaultIfEmpty("")
           select (says, row[1].Trim('`'), row[2], row[3]),
    ];

    [TestCaseSource(nameof(Rows))]
    public void What_ECS_says_gets_the_code_of_its_row((string Says, string StopCode, string ExitCode, string Code) row)
    {
        var task = new TaskState(0, "arn:aws:ecs:us-east-1:123456789012:task/c/0123456789abcdef", "STOPPED")
        {
            StoppedReason = row.Says,
            StopCode = row.StopCode == None ? null : new TaskStopCode(row.StopCode),
            ExitCode = row.ExitCode == None ? null : int.Parse(row.ExitCode, CultureInfo.InvariantCulture),
        };
        Assert.That(TaskEnding.Explain(task, wasStopped: false)?.Code.Id, Is.EqualTo(row.Code));
    }

    [Test]
    public void Every_way_in_which_a_task_stops_has_a_row() =>
        Assert.That(
            StopReason.All.Select(reason => reason.Code.Id).Except(Rows.Select(row => row.Code)),
            Is.EqualTo(new[] { "LT0620" }), "a task that ECS has forgotten says nothing");
}
