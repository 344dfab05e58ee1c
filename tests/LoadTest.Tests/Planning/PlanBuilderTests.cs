using LoadTest.Configuration;
using LoadTest.Configuration.Problems;
using LoadTest.Configuration.Sources;
using LoadTest.Engine.Planning;
using LoadTest.Planning;
using TestSupport;

namespace LoadTest.Tests.Planning;

public sealed class PlanBuilderTests
{
    [Test]
    public void Without_any_setting_a_closed_load_of_ten_thousand_operations_is_planned()
    {
        var plan = Plan();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.Load.Load, Is.EqualTo(new Load.Closed(100, 10_000, null, 80)));
            Assert.That(plan.Load.MaxDuration, Is.EqualTo(TimeSpan.FromHours(1)));
            Assert.That(plan.Table.Name, Is.EqualTo("dev-dynamodb-load-test"));
            Assert.That(plan.Table.MayCreate, Is.False);
        }
    }

    [Test]
    public void A_rate_makes_an_open_load_that_ends_fifteen_minutes_after_its_plan_at_the_latest()
    {
        var plan = Plan("rate=2000", "duration=10s", "max-connections=64");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.Load.Load, Is.InstanceOf<Load.Open>().With.Property(nameof(Load.Open.MaxConnections)).EqualTo(64));
            Assert.That(((Load.Open)plan.Load.Load).Stages, Is.EqualTo(new[] { Stage.Hold(2000, TimeSpan.FromSeconds(10)) }));
            Assert.That(plan.Load.MaxDuration, Is.EqualTo(TimeSpan.FromSeconds(910)));
            Assert.That(plan.Costs.Operations, Is.EqualTo(20_000));
            Assert.That(plan.Description, Is.EqualTo("open model: hold 2000/s for 10 s, over at most 64 connections"));
        }
    }

    [TestCase(1, "put=3,delete=1", 0, false)]
    [TestCase(4, "put=3,delete=1", 250, true, Description = "every fourth of a thousand operations")]
    [TestCase(4, "put=3,get=1", 0, true)]
    public void A_worker_does_not_count_on_what_the_others_may_delete_or_write(int workers, string mix, long deletableBefore, bool areRepeated)
    {
        var plan = Plan($"operation-mix={mix}", "total-items=1000", "duplicate-percentage=10");
        var ledger = (plan with { Load = plan.Load with { Share = new WorkerShare(0, workers) } }).NewLedger();
        Assert.That((ledger.DeletableBefore, ledger.AreWritesRepeatedByOthers), Is.EqualTo((deletableBefore, areRepeated)));
    }

    [Test]
    public void Stages_follow_one_another()
    {
        var plan = Plan("stages=ramp:100:10s,hold:100:30s,ramp:0:10s");
        Assert.That(((Load.Open)plan.Load.Load).Stages, Is.EqualTo(new[]
        {
            new Stage(0, 100, TimeSpan.FromSeconds(10)), new Stage(100, 100, TimeSpan.FromSeconds(30)), new Stage(100, 0, TimeSpan.FromSeconds(10)),
        }));
    }

    [Test]
    public void A_duration_without_items_bounds_a_closed_load_by_time() =>
        Assert.That(Plan("concurrency-limit=5", "duration=1m").Load.Load, Is.EqualTo(new Load.Closed(5, null, TimeSpan.FromMinutes(1), 80)));

    [Test]
    public void A_load_that_only_reads_gets_items_to_read()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Plan("operation-mix=get=1").PreloadItems, Is.EqualTo(1000));
            Assert.That(Plan("operation-mix=get=1", "preload-items=0").PreloadItems, Is.Zero);
            Assert.That(Plan("operation-mix=get=1,put=1").PreloadItems, Is.Zero);
        }
    }

    [TestCase("operation-mix=update=1,get=1", true)]
    [TestCase("operation-mix=update=1,put=1", false)]
    [TestCase("operation-mix=get=1", false)]
    public void Updates_of_nothing_are_refused(string mix, bool isRefused)
    {
        if (isRefused) Assert.That(() => Plan(mix, "preload-items=0"), Throws.InstanceOf<ProblemException>().With.Message.Contains("updates items, and there are none"));
        else Assert.That(() => Plan(mix, "preload-items=0"), Throws.Nothing);
    }

    [Test]
    public void The_committed_configuration_leaves_the_items_to_begin_with_to_the_load()
    {
        using var folder = new TemporaryFolder();
        File.Copy(RepositoryRoot.Combine("parameters.json"), folder.Combine("parameters.json"));
        var settings = SettingsReader.Read(new SettingsInput { Flags = [new FlagValue("operation-mix", "get=1")], Folder = folder.Path }).SettingsOrThrow();
        Assert.That(PlanBuilder.Build(settings, Now, isFree: false).PreloadItems, Is.EqualTo(1000));
    }

    [TestCase("operation-mix=delete=1", 9000, "10000", Description = "1,000 are written before the run where nothing is said")]
    [TestCase("operation-mix=delete=1 preload-items=9999", 1, "10000")]
    [TestCase("operation-mix=put=1,delete=3", 4050, "5050", Description = "7,500 deletes, 1,000 items, and the puts of all but the last two hundred operations")]
    [TestCase("operation-mix=put=1,delete=1 preload-items=50", 50, "100", Description = "what is made by the last two hundred operations comes too late")]
    public void Deletes_beyond_the_items_that_are_there_are_refused(string flags, int missing, string needed)
    {
        var problem = Assert.Throws<ProblemException>(() => Plan(flags.Split(' ')))!.Problems.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(problem.Code, Is.EqualTo(ErrorCodes.TooManyDeletes));
            Assert.That(problem.What, Does.Contain(FormattableString.Invariant($": {missing:N0} of them would find nothing")), problem.What);
            Assert.That(problem.Fix, Does.Contain($"--preload-items={needed},"));
            Assert.That(() => Plan([.. flags.Split(' ').Where(flag => !flag.StartsWith("preload", StringComparison.Ordinal)), $"preload-items={needed}"]), Throws.Nothing);
        }
    }

    [TestCase("operation-mix=put=1,delete=1")]
    [TestCase("operation-mix=delete=1 preload-items=10000")]
    [TestCase("operation-mix=delete=1 concurrency-limit=5 duration=10m", Description = "only time tells how many there will be")]
    public void Deletes_of_items_that_are_there_are_not(string flags) => Assert.That(() => Plan(flags.Split(' ')), Throws.Nothing);

    // At a whole second key, timestamp and the payload's name take 58 bytes; a sort key named sk 14 more.
    [TestCase("item-size=64 sort-key=sk", "items of 64 bytes are too small: keys, timestamp and the payload's name take 72 bytes, and the payload 1 at least", 73)]
    [TestCase("item-size=90 operation-mix=update=1 preload-items=10", "items of 90 bytes are too small: keys, timestamp and the payload's name take 58 bytes, updates 37, and the payload 1 at least", 96)]
    [TestCase("item-sizes=uniform:80..4096 operation-mix=put=1,update=1", "items of 80 bytes are too small", 96)]
    public void Items_that_have_no_room_for_what_they_hold_are_refused(string flags, string what, int needed)
    {
        var problem = Assert.Throws<ProblemException>(() => Plan(flags.Split(' ')))!.Problems.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((problem.Code, problem.What), Is.EqualTo((ErrorCodes.ItemsTooSmall, problem.What)));
            Assert.That(problem.What, Does.StartWith(what));
            Assert.That(problem.Fix, Does.StartWith($"let items have {needed} bytes or more"));
        }
    }

    [Test]
    public void A_template_larger_than_the_items_is_refused_by_what_it_takes_at_the_most()
    {
        using var folder = new TemporaryFolder();
        var template = $"item-template={folder.Combine("order.json")}";
        File.WriteAllText(folder.Combine("order.json"), """{"state": "{{choice:open|a long state|paid}}", "n": "{{number:-5..1000}}", "note": "{{text:1000}}"}""");
        var problem = Assert.Throws<ProblemException>(() => Plan(template))!.Problems.Single();
        // Names of 5, 1 and 4 bytes, texts of 12 and 1,000, and up to 4 for the number.
        Assert.That((problem.Code, problem.What), Is.EqualTo((ErrorCodes.ItemsTooSmall,
            "items of 1024 bytes are too small: keys, timestamp and the payload's name take 58 bytes, the template up to 1026, and the payload 1 at least")));
        Assert.That(() => Plan(template, "item-size=1085"), Throws.Nothing);
    }

    [Test]
    public void Items_that_no_transaction_takes_together_are_refused() => Assert.That(
        Assert.Throws<ProblemException>(() => Plan("operation-mix=transact-get=1", "item-sizes=uniform:1024..65536", "transaction-items=80"))!.Problems.Single().What,
        Is.EqualTo("80 items of up to 65536 bytes are 5242880 bytes, and a transaction takes 4194304 at the most"));

    [TestCase("", false, null)]
    [TestCase("verify=sample", true, 10_000)]
    [TestCase("tasks=3", true, null)]
    [TestCase("tasks=3 verify=sample", true, 30_000)]
    public void What_reading_back_costs_depends_on_how_it_is_done(string flags, bool byKeys, double? most)
    {
        var costs = Plan(flags.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Costs;
        Assert.That((costs.ReadsBack, costs.ReadsBackByKeys, costs.MostItemsReadBack), Is.EqualTo((true, byKeys, most)));
    }

    [TestCase("tasks=1", "p99<1s,achieved-rate>=99%", Description = "the task has no other runs at hand")]
    [TestCase("tasks=4", "", Description = "each sees a part of the run")]
    public void A_task_of_ECS_leaves_to_the_merge_what_it_cannot_judge_itself(string tasks, string judged)
    {
        var settings = Settings(tasks, "rate=5", "duration=10s", "thresholds=p99<1s,p50<=110%,achieved-rate>=99%", "baseline=nowhere");
        var plan = PlanBuilder.Build(settings, Now, isFree: false);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(string.Join(',', PlanFiles.Read(plan, settings, isTask: true).Thresholds.Select(threshold => threshold.Text)), Is.EqualTo(judged));
            Assert.That(() => PlanFiles.Read(plan, settings), Throws.InstanceOf<ProblemException>().With.Message.Contains("nowhere"));
        }
    }

    [Test]
    public void The_local_environment_may_create_its_table() => Assert.That(Plan("environment=local").Table.MayCreate, Is.True);

    [Test]
    public void A_run_id_is_made_of_the_time_and_is_not_the_same_twice()
    {
        var ids = Enumerable.Range(0, 20).Select(_ => Plan().RunId).ToArray();
        Assert.That(ids, Has.All.Match("^20260102-030405-[0-9a-f]{4}$").And.Some.Not.EqualTo(ids[0]));
    }

    private static DateTimeOffset Now => new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private static RunPlan Plan(params string[] flags) => PlanBuilder.Build(Settings(flags), Now, isFree: false);

    private static Settings Settings(params string[] flags) => SettingsReader.Read(new SettingsInput
    {
        Flags = [.. flags.Select(flag => flag.Split('=', 2)).Select(parts => new FlagValue(parts[0], parts[1]))],
    }).SettingsOrThrow();
}
