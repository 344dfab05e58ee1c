using System.Text.Json.Nodes;
using EndToEnd.Tasks;

namespace EndToEnd.Scenarios;

/// <summary>The program in its container: without any right on the machine, and ready to be told to stop.</summary>
[Category("Slow"), DependsOnFixture(typeof(LeastPrivilegeTests), AllowFailure = true)]
internal sealed class ContainerTests
{
    private const string RunId = "20260102-000000-0001";
    private const string Results = $"runs/{RunId}/workers/0000/";
    private const int Stopped = 143;
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private string _task = "";
    private long _items;

    private static EcsTasks Tasks => Story.Account.Services.Ecs;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _items = await Observed.ItemCountAsync(Story.Table);
        _task = await Tasks.RunAsync(Story.Cluster, $"run --run-id={RunId} --rate=50 --duration=10m");
        await Tasks.StartedAsync(Story.Cluster, _task);
    }

    [Test]
    public async Task It_has_no_rights_on_the_machine()
    {
        var container = await Story.Account.Docker.InspectAsync((string)(await Story.Account.Docker.ContainersAsync()).Single()["Id"]!);
        var status = Story.Account.StatusOf((int)container["State"]!["Pid"]!).Split('\n').Select(line => line.Split('\t'))
            .Where(parts => parts.Length > 1).ToDictionary(parts => parts[0], parts => string.Join(' ', parts[1..]));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((bool?)container["HostConfig"]!["ReadonlyRootfs"], Is.True);
            Assert.That(status["Uid:"], Is.EqualTo("1654 1654 1654 1654"));
            foreach (var set in new[] { "CapInh:", "CapPrm:", "CapEff:", "CapBnd:", "CapAmb:" }) Assert.That(status[set], Is.EqualTo("0000000000000000"), set);
        }
    }

    [Test, DependsOnTest(nameof(It_has_no_rights_on_the_machine), AllowFailure = true)]
    public async Task After_SIGTERM_it_leaves_a_clean_partial_report_within_the_stop_timeout()
    {
        await WritesAsync();
        var began = TimeProvider.System.GetTimestamp();
        await Tasks.StopAsync(Story.Cluster, _task);
        var task = await Tasks.EndAsync(Story.Cluster, _task);

        Assert.That((int?)task["containers"]![0]!["exitCode"], Is.EqualTo(Stopped), await Observed.LogAsync(_task.Split('/')[^1]));
        Assert.That(TimeProvider.System.GetElapsedTime(began), Is.LessThan(StopTimeout));
        var summary = JsonNode.Parse(await Observed.ResultAsync(Results + "summary.json"))!;
        Assert.That((bool?)summary["partial"], Is.True);
        Assert.That((long?)summary["operations"]![0]!["succeeded"], Is.Positive);
        Assert.That(await Observed.ItemCountAsync(Story.Table), Is.EqualTo(_items), "its items are removed");
    }

    private async Task WritesAsync()
    {
        using var deadline = new CancellationTokenSource(Patience);
        while (await Observed.ItemCountAsync(Story.Table) == _items) await Task.Delay(200, deadline.Token);
    }
}
