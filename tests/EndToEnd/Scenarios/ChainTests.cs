using System.Text.Json.Nodes;
using EndToEnd.Aws;

namespace EndToEnd.Scenarios;

/// <summary>The README's commands, typed as they stand there; what they end with is <see cref="DestroyTests"/>.</summary>
[Category("Slow"), DependsOnFixture(typeof(RefusedPushTests), AllowFailure = true)]
internal sealed class ChainTests
{
    private const int Items = 10_000;

    [Test]
    public async Task Push_builds_the_image_and_pushes_it_under_its_version()
    {
        await Story.PassesAsync("./build.sh --target=Push --profile=P");

        Assert.That(Story.Account.Services.Registry.Pushed, Is.EqualTo(1));
        var tag = (await Observed.TagsAsync()).Single();
        Assert.That(tag, Does.Match("^[0-9]+\\.[0-9]+\\.[0-9]+-[0-9a-f]{12}-amd64(-dirty-[0-9a-f]{8})?$"));
    }

    [Test, DependsOnTest(nameof(Push_builds_the_image_and_pushes_it_under_its_version))]
    public async Task A_second_Push_pushes_nothing_and_says_so()
    {
        var typed = await Story.PassesAsync("./build.sh --target=Push --profile=P");

        Assert.That(Story.Account.Services.Registry.Pushed, Is.EqualTo(1));
        Assert.That(typed.Text, Does.Contain((await Observed.TagsAsync()).Single()).And.Contain("nothing to push"));
    }

    [Test, DependsOnTest(nameof(A_second_Push_pushes_nothing_and_says_so))]
    public async Task Deploy_makes_the_stacks_and_its_tasks_run_the_image_by_its_digest()
    {
        await Story.PassesAsync("./build.sh --target=Deploy --profile=P");

        string[] parts = ["registry", "dev-network", "dev-table", "dev-loadtest", "dev-monitoring"];
        Assert.That(await Observed.StacksAsync(), Is.EquivalentTo(parts.Select(part => "dynamodb-load-test-" + part)));
        var image = (string)(await Observed.TaskDefinitionAsync())["containerDefinitions"]![0]!["image"]!;
        Assert.That(image, Is.EqualTo($"{Names.Registry}/dynamodb-load-test@{await Observed.DigestAsync((await Observed.TagsAsync()).Single())}"));
    }

    [Test, DependsOnTest(nameof(Deploy_makes_the_stacks_and_its_tasks_run_the_image_by_its_digest))]
    public async Task A_second_Deploy_changes_nothing_and_says_so()
    {
        var before = Observed.Calls("ExecuteChangeSet");

        var typed = await Story.PassesAsync("./build.sh --target=Deploy --profile=P");

        Assert.That(Observed.Calls("ExecuteChangeSet"), Is.EqualTo(before));
        Assert.That(typed.Text, Does.Contain("nothing had to be done"));
    }

    [Test, DependsOnTest(nameof(A_second_Deploy_changes_nothing_and_says_so))]
    public async Task RunLoadTest_runs_three_tasks_and_leaves_items_a_report_and_a_log_stream_for_each()
    {
        await Story.PassesAsync("./build.sh --target=RunLoadTest --profile=P --tasks=3 --cleanup-after-test=false");

        var run = Directory.GetDirectories(Story.Account.Files.InRepository("artifacts", "runs")).Single();
        var summary = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(run, "summary.json")))!;
        var put = summary["operations"]!.AsArray().Single()!;
        Assert.That((string?)summary["outcome"], Is.EqualTo("passed"));
        Assert.That((int?)put["attempted"], Is.EqualTo(Items));
        Assert.That(summary["workers"]!.AsArray().Select(worker => (string?)worker!["state"]), Is.EqualTo(new[] { "complete", "complete", "complete" }));
        foreach (var file in new[] { "report.html", "report.md", "timeseries.csv", "latency.hlog" }) Assert.That(Path.Combine(run, file), Does.Exist);

        // A new table takes 4,000 writes a second: what came faster was throttled, and is not there.
        Assert.That(await Observed.ItemCountAsync(Story.Table), Is.EqualTo((long?)put["succeeded"]).And.Positive);
        var tasks = Story.Account.Services.Ecs.Service.TaskIds;
        Assert.That(tasks, Has.Count.EqualTo(3));
        Assert.That(await Observed.LogStreamsAsync(), Is.EquivalentTo(tasks.Select(Observed.LogStream)));
        Assert.That(await Story.Account.Docker.ContainersAsync(), Is.Empty);
    }
}
