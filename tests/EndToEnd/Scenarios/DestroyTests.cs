namespace EndToEnd.Scenarios;

/// <summary>The end of the story.</summary>
[Category("Slow"), DependsOnFixture(typeof(StackFailureTests), AllowFailure = true)]
internal sealed class DestroyTests
{
    [Test]
    public async Task Destroy_leaves_nothing()
    {
        await Story.PassesAsync("./build.sh --target=Destroy --profile=P --yes --delete-data --delete-table");

        Assert.That(await Observed.StacksAsync(), Is.Empty);
        Assert.That(await Observed.TablesAsync(), Is.Empty);
        Assert.That(await Observed.BucketsAsync(), Is.Empty);
        Assert.That(await Observed.TagsAsync(), Is.Empty);
        Assert.That(await Story.Account.Docker.ContainersAsync(), Is.Empty);
        Assert.That(Story.Account.LeftProcesses(), Is.EquivalentTo(new[] { "dockerd", "docker-registry" }), "only what the sandbox itself runs");
        Assert.That(Story.Account.Files.InHome(".docker", "config.json"), Does.Not.Exist);
    }
}
