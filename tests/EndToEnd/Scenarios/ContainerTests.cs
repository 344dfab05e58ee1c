using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace EndToEnd.Scenarios;

/// <summary>The program in its container: without any right on the machine, and ready to be told to stop.</summary>
[Category("Slow"), DependsOnFixture(typeof(LeastPrivilegeTests), AllowFailure = true)]
internal sealed class ContainerTests
{
    private const string RunId = "20260102-000000-0001";
    private const int Stopped = 143;
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(120);

    [Test]
    public async Task It_has_no_rights_and_after_SIGTERM_it_leaves_a_clean_partial_report_within_the_stop_timeout()
    {
        var tasks = Story.Account.Services.Ecs;
        var arn = await tasks.RunAsync(Story.Cluster, $"run --run-id={RunId} --rate=50 --duration=5m");
        var id = arn.Split('/')[^1];
        await UntilAsync(async () => (await Observed.LogAsync(id)).Contains("achieved", StringComparison.Ordinal));

        var container = await Story.Account.Docker.InspectAsync((string)(await Story.Account.Docker.ContainersAsync()).Single()["Id"]!);
        CheckRights(container);
        var began = TimeProvider.System.GetTimestamp();
        await tasks.StopAsync(Story.Cluster, arn);
        var task = await tasks.EndAsync(Story.Cluster, arn);

        Assert.That(TimeProvider.System.GetElapsedTime(began), Is.LessThan(StopTimeout));
        Assert.That((int?)task["containers"]![0]!["exitCode"], Is.EqualTo(Stopped), await Observed.LogAsync(id));
        Assert.That(await Observed.ObjectsAsync($"runs/{RunId}/"), Has.Some.EndsWith("run.record"));
    }

    [SuppressMessage("Assertion", "NUnit2045", Justification = "The first difference tells.")]
    private static void CheckRights(JsonObject container)
    {
        Assert.That((string?)container["Config"]!["User"], Is.EqualTo("1654:1654"));
        Assert.That((bool?)container["HostConfig"]!["ReadonlyRootfs"], Is.True);
        var status = Story.Account.StatusOf((int)container["State"]!["Pid"]!).Split('\n').Select(line => line.Split('\t'))
            .Where(parts => parts.Length > 1).ToDictionary(parts => parts[0], parts => string.Join(' ', parts[1..]));
        Assert.That(status["Uid:"], Is.EqualTo("1654 1654 1654 1654"));
        foreach (var set in new[] { "CapInh:", "CapPrm:", "CapEff:", "CapBnd:", "CapAmb:" }) Assert.That(status[set], Is.EqualTo("0000000000000000"), set);
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!await isSo()) await Task.Delay(200, deadline.Token);
    }
}
