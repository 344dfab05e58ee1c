using System.Diagnostics;
using EndToEnd.Docker;

namespace EndToEnd.Sandbox;

/// <summary>The machine reaches nothing, and leaves nothing.</summary>
[Category("Slow")]
internal sealed class MachineTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    [OneTimeSetUp]
    public void CheckNeeds() => Needs.Check();

    [Test]
    public async Task It_has_a_network_and_files_of_its_own_and_all_is_gone_afterwards()
    {
        var folder = Machine.NewFolder();
        string left;
        await using (var machine = await Machine.StartAsync(folder))
        {
            using var docker = new DockerEngine(machine.DockerSocket);
            await docker.IsUpAsync();
            var seen = await new Terminal(machine).TypeAsync("ip -brief address");
            var written = await new Terminal(machine).TypeAsync("touch left-behind /etc/left-behind");

            Assert.Multiple(() =>
            {
                Assert.That(seen.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries), Has.One.Contains("lo"), seen.Text);
                Assert.That(seen.Text, Does.Not.Contain("eth"));
                Assert.That(written.Code, Is.Zero, written.Text);
                Assert.That(File.Exists(TestSupport.RepositoryRoot.Combine("left-behind")), Is.False);
                Assert.That(File.Exists("/etc/left-behind"), Is.False);
            });
            left = Path.GetFileName(folder);
        }

        Assert.That(Directory.Exists(folder), Is.False);
        Assert.That(ControlGroups(left), Is.Empty);
    }

    [Test]
    public async Task All_is_gone_even_when_the_one_who_started_it_is_killed()
    {
        var folder = Machine.NewFolder();
        var root = TestSupport.RepositoryRoot.Path;
        await File.WriteAllTextAsync(Path.Combine(folder, "registry.yml"), "version: 0.1");
        // This process stands for the test: it holds the pipe that sandbox.sh reads.
        using var starter = Process.Start(new ProcessStartInfo("bash", ["-c", $"coproc sh {root}/tests/EndToEnd/sandbox.sh {folder} {root}; wait"]))!;
        var first = await UntilAsync(() => Machine.ChildrenOf(starter.Id).SelectMany(Machine.ChildrenOf).SelectMany(Machine.ChildrenOf).FirstOrDefault(), found => found != 0);

        starter.Kill(entireProcessTree: false);

        await UntilAsync(() => Directory.Exists($"/proc/{first}") || Directory.Exists(folder), isThere => !isThere);
        Assert.That(ControlGroups(Path.GetFileName(folder)), Is.Empty);
    }

    private static async Task<T> UntilAsync<T>(Func<T> look, Func<T, bool> isRight)
    {
        using var deadline = new CancellationTokenSource(Soon);
        while (true)
        {
            var seen = look();
            if (isRight(seen)) return seen;
            await Task.Delay(50, deadline.Token);
        }
    }

    private static IEnumerable<string> ControlGroups(string name) => Directory.Exists("/sys/fs/cgroup")
        ? Directory.EnumerateDirectories("/sys/fs/cgroup", "load-test-" + name, new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 2 })
        : [];
}
