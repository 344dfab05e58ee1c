using Build.Stacks.Removal;
using Build.Tests.Stacks.Support;
using LoadTest.Configuration.Problems;

namespace Build.Tests.Stacks;

/// <summary>What Destroy deletes, in which order, and what it leaves.</summary>
internal sealed class DestroyTests : StackTests
{
    private const string Bucket = "lt-dev-loadtest-resultsbucket-1abc";

    private IEnumerable<string> Deleted => Cloud.Server.Of("cloudformation", "DeleteStack").Select(request => request.Form["StackName"].Split('/')[1]);

    [SetUp]
    public async Task Deployed()
    {
        FakeStores.GivenTable(Cloud.Server);
        FakeStores.GivenBuckets(Cloud.Server, "dev", Bucket, "lt-dev-loadtest-someone-elses");
        FakeStores.GivenImages(Cloud.Server, "sha256:a", "sha256:b");
        await GivenEverythingDeployedAsync();
        var table = Cloud.Stacks.Single(stack => stack.Name == Table).Resources;
        table.Clear();
        table["Table"] = "AWS::DynamoDB::Table";
    }

    [Test]
    public async Task The_stacks_of_the_environment_go_in_the_reverse_order_and_what_stays_is_named()
    {
        using var bench = Answering("yes");

        await DestroyAsync(bench);

        Assert.That(Deleted.Take(2), Is.EqualTo(["lt-dev-monitoring", "lt-dev-loadtest"]));
        Assert.That(Deleted.Skip(2), Is.EquivalentTo([Network, Table]));
        Assert.That(Cloud.Stacks.Select(stack => stack.Name), Is.EqualTo(["lt-registry"]));
        Assert.That(bench.Error, Is.EqualTo("Delete all of this in the environment dev? [y/N] "));
        Assert.That(bench.Output, Does.Contain("delete lt-dev-network (CREATE_COMPLETE): AWS::EC2::VPC"));
        Assert.That(bench.Output, Does.Contain("delete lt-dev-table (CREATE_COMPLETE): nothing but what its template keeps"));
        Assert.That(bench.Output.ReplaceLineEndings("\n"), Does.EndWith($"""
            stays: the table TableName-of-lt-dev-table with 42 items (--delete-table deletes it)
            stays: the bucket {Bucket} with the results of runs (--delete-data deletes it)
            stays: the stack lt-registry with the images in RepositoryName-of-lt-registry (--delete-data deletes them)
            dev is destroyed

            """));
        Assert.That(Cloud.Server.Of("dynamodb", "DeleteTable"), Is.Empty);
    }

    [Test]
    public async Task The_table_goes_when_it_is_asked_for()
    {
        using var bench = Alone("--delete-table", "--yes");

        await DestroyAsync(bench);

        Assert.That(Cloud.Server.Of("dynamodb", "DeleteTable").Single().Json.GetProperty("TableName").GetString(), Is.EqualTo("TableName-of-lt-dev-table"));
        Assert.That(bench.Output, Does.Contain("delete the table TableName-of-lt-dev-table with 42 items").And.Contain("the table TableName-of-lt-dev-table is gone"));
    }

    [Test]
    public async Task The_images_stay_while_another_environment_uses_them()
    {
        FakeStores.GivenBuckets(Cloud.Server, "dev");
        Cloud.Given("lt-prod-loadtest", "CREATE_COMPLETE");
        using var bench = Alone("--delete-data", "--yes");

        await DestroyAsync(bench);

        Assert.That(bench.Output, Does.Contain("stays: the stack lt-registry with the images in RepositoryName-of-lt-registry: lt-prod-loadtest uses them too"));
        Assert.That(Cloud.Server.Of("ecr", "BatchDeleteImage"), Is.Empty);
    }

    [Test]
    public async Task The_images_and_their_repository_go_with_the_last_environment()
    {
        FakeStores.GivenBuckets(Cloud.Server, "dev");
        using var bench = Alone("--delete-data", "--yes");

        await DestroyAsync(bench);

        Assert.That(bench.Output, Does.Contain("the repository RepositoryName-of-lt-registry is empty: 2 images deleted"));
        Assert.That(Cloud.Stacks, Is.Empty);
    }

    [Test]
    public async Task A_bucket_with_the_tags_of_another_environment_is_not_touched()
    {
        FakeStores.GivenBuckets(Cloud.Server, "prod", Bucket);
        using var bench = Alone("--delete-data", "--yes");

        await DestroyAsync(bench);

        Assert.That(Cloud.Server.Requests.Where(request => request.Scope.Service == "s3").Select(request => request.Method), Is.All.EqualTo("GET"));
    }

    [TestCase(true, true, "LT0507")]
    [TestCase(false, false, "LT0511")]
    public async Task A_table_that_may_not_go_ends_it_before_anything_is_deleted(bool isProtected, bool isOurs, string code)
    {
        FakeStores.GivenTable(Cloud.Server, isProtected, isOurs);
        using var bench = Alone("--delete-table", "--yes");

        var problem = await ProblemOf(DestroyAsync(bench));

        Assert.That((problem.Code.Id, problem.Code.ExitCode), Is.EqualTo((code, ExitCode.GuardRefused)));
        Assert.That(Deleted, Is.Empty);
    }

    [Test]
    public async Task Protected_stacks_end_it_before_anything_is_deleted_and_are_all_named()
    {
        foreach (var stack in Cloud.Stacks.Where(stack => stack.Name is Network or Table)) stack.IsProtected = true;
        using var bench = Alone("--yes");

        var failure = await Assert.ThrowsAsync<ProblemException>(() => DestroyAsync(bench));

        Assert.That(failure!.Problems.Select(problem => problem.What), Is.EqualTo([$"{Network} is protected against deletion", $"{Table} is protected against deletion"]));
        Assert.That(Deleted, Is.Empty);
    }

    [Test]
    public async Task Nothing_is_deleted_without_an_answer()
    {
        using var bench = Alone();

        Assert.That((await ProblemOf(DestroyAsync(bench))).Code, Is.EqualTo(ErrorCodes.NotConfirmed));
        Assert.That(Deleted, Is.Empty);
    }

    [Test]
    public async Task What_cannot_be_deleted_is_named_and_the_next_run_goes_on_from_there()
    {
        Cloud.GivenCourse(
            "delete lt-dev-loadtest", FakeEvent.Stack("DELETE_IN_PROGRESS"),
            new("Cluster", "DELETE_FAILED", "The Cluster cannot be deleted while Tasks are active.", "AWS::ECS::Cluster"), FakeEvent.Stack("DELETE_FAILED"));
        using var bench = Alone("--yes");

        var problem = await ProblemOf(DestroyAsync(bench));

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.StackNotDeleted));
        Assert.That(problem.What, Does.EndWith("The Cluster cannot be deleted while Tasks are active."));
        Assert.That(Deleted, Is.EqualTo(["lt-dev-monitoring", "lt-dev-loadtest"]));
        using var again = Alone("--yes");
        await DestroyAsync(again);
        Assert.That(Cloud.Stacks.Select(stack => stack.Name), Is.EqualTo(["lt-registry"]));
    }

    [Test]
    public async Task Where_nothing_is_there_it_says_so_and_succeeds()
    {
        FakeStores.GivenNoTable(Cloud.Server);
        FakeStores.GivenBuckets(Cloud.Server, "dev");
        using var bench = Alone("--stack-name=other");

        await DestroyAsync(bench);

        Assert.That(bench.Output, Does.EndWith($"nothing of dev is there to delete{Environment.NewLine}"));
    }

    [Test]
    public async Task What_an_earlier_one_left_can_be_deleted_later()
    {
        using (var first = Alone("--yes")) await DestroyAsync(first);
        using var bench = Alone("--delete-table", "--yes");

        await DestroyAsync(bench);

        Assert.That(Cloud.Server.Of("dynamodb", "DeleteTable").Single().Json.GetProperty("TableName").GetString(), Is.EqualTo("dev-dynamodb-load-test"));
    }

    private static Task DestroyAsync(StackBench bench) => bench.Get<EnvironmentRemoval>().RunAsync(CancellationToken.None);
}
