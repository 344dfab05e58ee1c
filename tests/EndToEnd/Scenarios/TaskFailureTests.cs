using EndToEnd.Sandbox;

namespace EndToEnd.Scenarios;

/// <summary>Tasks and stacks that end badly: the user is told why, and nothing is left.</summary>
[Category("Slow"), DependsOnFixture(typeof(ContainerTests), AllowFailure = true)]
internal sealed class TaskFailureTests
{
    private const int Failed = 1;
    private const int TooLittleMemoryMiB = 24;

    [TearDown]
    public void GiveBack() => Story.Account.Starter.MemoryMiB = _ => null;

    [Test]
    public async Task Of_two_tasks_one_lacks_memory_and_one_is_killed_and_each_is_explained()
    {
        var (tasks, items) = (Story.Account.Services.Ecs.Service.TaskIds.Count, await Observed.ItemCountAsync(Story.Table));
        Story.Account.Starter.MemoryMiB = task => task == Story.Account.Services.Ecs.Service.TaskIds[tasks] ? TooLittleMemoryMiB : null;
        using var running = Story.Account.Terminal.Begin("./build.sh --target=RunLoadTest --exclusive --profile=runner --tasks=2 --rate=20 --duration=5m");
        while (await Observed.ItemCountAsync(Story.Table) == items && running.IsRunning) await Task.Delay(200);
        foreach (var container in await Story.Account.Docker.ContainersAsync()) await Story.Account.Docker.SignalAsync((string)container["Id"]!, "SIGKILL");
        var typed = await running.EndAsync(Terminal.Patience);

        Assert.That(typed.Code, Is.EqualTo(Failed), typed.Text);
        Assert.That(typed.Text, Does.Contain("LT0613").And.Contain("OutOfMemory"));
        Assert.That(typed.Text, Does.Contain("LT0615").And.Contain("137"));
        Assert.That(await Story.Account.Docker.ContainersAsync(), Is.Empty);
        Assert.That(Story.Account.Services.Ecs.Service.Alive, Is.Zero);
    }
}
