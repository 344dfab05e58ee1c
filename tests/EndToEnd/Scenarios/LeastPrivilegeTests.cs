using EndToEnd.Aws;
using EndToEnd.Tasks;

namespace EndToEnd.Scenarios;

/// <summary>The roles of the templates suffice for everything that a task can be asked to do, and nothing in them is too much.</summary>
[Category("Slow"), DependsOnFixture(typeof(ChainTests), AllowFailure = true)]
internal sealed class LeastPrivilegeTests
{
    private const int Passed = 0;
    private const int Failed = 1;
    private const int NotPermitted = 4;
    private const string Nothing = "";
    private const string Everything = $"--total-items=220 --duplicate-percentage=10 {IndexedTable.Flags} --operation-mix="
        + "put=10,get=10,update=10,delete=10,query=10,query-index=10,scan=10,batch-write=10,batch-get=10,transact-write=10,transact-get=10";

    // What each statement of the role is needed for, by its Sid; one that waits for its part of a load asks for what is not there yet.
    private static readonly Dictionary<string, string> Runs = new()
    {
        [Nothing] = Everything,
        ["TableCheck"] = Everything,
        ["TableWrite"] = Everything,
        ["TableRead"] = Everything,
        ["IndexRead"] = Everything,
        ["SettingsRead"] = Everything,
        ["RunObjects"] = "--total-items=10",
        ["RunListing"] = "--tasks=2",
    };

    private readonly Dictionary<string, string> _tasks = [];

    private static EcsTasks Tasks => Story.Account.Services.Ecs;

    // Side by side, as most of a task's life is its start. What a role may do is settled once its container runs.
    [OneTimeSetUp]
    public async Task StartAsync()
    {
        await IndexedTable.MakeAsync();
        foreach (var (number, (sid, flags)) in Runs.Index())
        {
            Story.Account.Roles.Permissions = policy => sid == Nothing ? policy : policy.Without(sid);
            _tasks[sid] = await Tasks.RunAsync(Story.Cluster, $"run --run-id=20260101-000000-000{number} {flags}");
            await Tasks.StartedAsync(Story.Cluster, _tasks[sid]);
        }

        Story.Account.Roles.Permissions = policy => policy;
    }

    [Test]
    public async Task A_run_with_every_operation_passes_with_the_deployed_role()
    {
        var ended = await EndAsync(Nothing);

        Assert.That(ended.Code, Is.EqualTo(Passed), ended.Log);
    }

    [TestCase("TableCheck", "dynamodb:DescribeTable", NotPermitted)]
    [TestCase("TableWrite", "dynamodb:PutItem", NotPermitted)]
    [TestCase("TableRead", "dynamodb:GetItem", NotPermitted)]
    [TestCase("IndexRead", "dynamodb:Query", NotPermitted)]
    [TestCase("SettingsRead", "ssm:GetParametersByPath", NotPermitted)]
    [TestCase("RunObjects", "s3:PutObject", Failed)]
    [TestCase("RunListing", "s3:ListBucket", NotPermitted)]
    public async Task Without_a_statement_a_run_fails_and_names_the_permission(string sid, string permission, int code)
    {
        var ended = await EndAsync(sid);

        Assert.That(ended.Code, Is.EqualTo(code), ended.Log);
        Assert.That(ended.Log, Does.Contain("not authorized to perform: " + permission));
    }

    [Test]
    public async Task Every_statement_of_the_role_was_left_out_once()
    {
        var role = await new IamRoles(Story.Account.Services.Moto).PolicyOfAsync((string)(await Observed.TaskDefinitionAsync())["taskRoleArn"]!);

        Assert.That(role.Statements.Select(statement => statement.Sid), Is.EquivalentTo(Runs.Keys.Where(sid => sid != Nothing)));
    }

    private async Task<Ended> EndAsync(string sid)
    {
        var task = await Tasks.EndAsync(Story.Cluster, _tasks[sid]);
        return new Ended((int?)task["containers"]![0]!["exitCode"], await Observed.LogAsync(_tasks[sid].Split('/')[^1]));
    }

    private sealed record Ended(int? Code, string Log);
}
