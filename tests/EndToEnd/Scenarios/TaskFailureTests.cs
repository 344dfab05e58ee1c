using EndToEnd.Sandbox;

namespace EndToEnd.Scenarios;

/// <summary>Tasks that end badly: the user is told why, and nothing is left.</summary>
[Category("Slow"), DependsOnFixture(typeof(ContainerTests), AllowFailure = true)]
internal sealed class TaskFailureTests
{
    private const int Failed = 1;
    private const int TooLittleMemoryMiB = 24;

    [TearDown]
    public async Task NothingIsLeftAsync()
    {
        Story.Account.Starter.MemoryMiB = null;
        Assert.That(await Story.Account.Docker.ContainersAsync(), Is.Empty);
        Assert.That(Story.Account.Services.Ecs.Service.Alive, Is.Zero);
    }

    [Test]
    public async Task A_task_without_enough_memory_is_told_from_others()
    {
        Story.Account.Starter.MemoryMiB = TooLittleMemoryMiB;

        var typed = await Story.TypeAsync("./build.sh --target=RunLoadTest --profile=P --total-items=100");

        Assert.That(typed.Code, Is.EqualTo(Failed), typed.Text);
        Assert.That(typed.Text, Does.Contain("memory"));
    }

    [Test]
    public async Task A_task_that_is_killed_is_told_from_others()
    {
        using var running = Story.Account.Terminal.Begin("./build.sh --target=RunLoadTest --profile=P --rate=20 --duration=2m");
        while (await Story.Account.Docker.ContainersAsync() is []) await Task.Delay(100);
        await Story.Account.Docker.SignalAsync((string)(await Story.Account.Docker.ContainersAsync())[0]["Id"]!, "SIGKILL");
        var typed = await running.EndAsync(Terminal.Patience);

        Assert.That(typed.Code, Is.EqualTo(Failed), typed.Text);
        Assert.That(typed.Text, Does.Contain("137"));
    }
}
