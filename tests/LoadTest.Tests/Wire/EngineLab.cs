using Amazon.Runtime;
using LoadTest.Configuration.Values;
using LoadTest.Engine.Execution;
using LoadTest.Engine.Planning;
using LoadTest.Engine.Recording;
using LoadTest.Engine.Reporting;
using LoadTest.Operations;
using LoadTest.Wire;

namespace LoadTest.Tests.Wire;

/// <summary>The whole engine over the wire client, as the program puts it together; only the table's preparation is left out.</summary>
internal sealed class EngineLab
{
    private readonly IReadOnlyDictionary<OperationKind, IOperation> _operations = WireLab.Operations();
    private readonly WireOptions _options;
    private readonly OperationMix _mix;
    private readonly Func<ILoadTarget, ILoadTarget> _around;

    /// <param name="options">Where to, and how long it may take.</param>
    /// <param name="mix">The operations; only writes by default.</param>
    /// <param name="around">Puts a test's own target around the engine's.</param>
    public EngineLab(WireOptions options, OperationMix? mix = null, Func<ILoadTarget, ILoadTarget>? around = null)
    {
        _options = options;
        _mix = mix ?? new OperationMix([new OperationWeight(OperationKind.Put, 1)]);
        _around = around ?? (target => target);
    }

    /// <summary>The time between two reports to the observers.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(0.5);

    public async Task<LoadResult> RunAsync(Load load, params IRunObserver[] observers)
    {
        var plan = new LoadPlan { Load = load, MaxDuration = TimeSpan.FromMinutes(2), Interval = Interval };
        await using var client = await WireClient.OpenAsync(
            _options, new BasicAWSCredentials("key", "secret"), _operations, plan.Lanes, TimeProvider.System, CancellationToken.None);
        var target = _around(new TableTarget(Workloads(), _operations, client.OpenSender, beginsAtOnce: true));
        return await new LoadRun(plan, target, TimeProvider.System).ExecuteAsync(observers, CancellationToken.None, CancellationToken.None);
    }

    /// <summary>How many operations ended in each category.</summary>
    public static Dictionary<string, long> Categories(LoadResult result) =>
        result.Operations.SelectMany(operation => operation.Outcomes).GroupBy(outcome => outcome.Category.Name, outcome => outcome.Count)
            .ToDictionary(group => group.Key, group => group.Sum());

    private Dictionary<Phase, Workload> Workloads() => Enum.GetValues<Phase>().ToDictionary(
        phase => phase, _ => new Workload(
            new WorkloadPlan { Pattern = new OperationPattern(_mix), Seed = 1, Patience = TimeSpan.FromSeconds(5) }, new WriteLedger()));
}
