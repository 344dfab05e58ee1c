using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using Amazon.Runtime;
using LoadTest.Configuration.Values;
using LoadTest.DynamoDb;
using LoadTest.Engine.Execution;
using LoadTest.Engine.Planning;
using LoadTest.Engine.Recording;
using LoadTest.Engine.Reporting;
using LoadTest.Items;
using LoadTest.Operations;
using LoadTest.Wire;
using LoadStage = LoadTest.Engine.Planning.Stage;

namespace Engine;

/// <summary>
/// Runs the whole engine against a server, as the program does: the plan, the pacing, the items, the signatures, the histograms, the ledger.
/// Only the table's preparation is left out. Prints one line: processor microseconds an operation, operations a second, bytes allocated an
/// operation, peak memory in MiB, milliseconds from the process's start to the first operation, failures, lateness p99.9 in microseconds, the achieved rate in percent of the offered one.
/// </summary>
internal static class LoadCommand
{
    public static async Task<int> RunAsync(Flags flags)
    {
        SocketTuning.ServeOnAllProcessors();
        var warmUp = await WarmUpAsync(flags);
        var beforeLoad = DateTime.UtcNow - Process.GetCurrentProcess().StartTime.ToUniversalTime();
        var result = await OfferAsync(flags, LoadOf(flags, DurationOf(flags)), TimeSpan.FromSeconds(warmUp > 0 ? 0.3 : 0));
        Print(result, beforeLoad);
        return result.Succeeded == result.Attempted ? 0 : 1;
    }

    /// <summary>Code is warm after so many operations, and not after so many seconds: on a busy machine the compiler comes late.</summary>
    /// <returns>How many operations it took.</returns>
    public static async Task<long> WarmUpAsync(Flags flags)
    {
        var operations = (long)flags.Number("warm-up", IsWire(flags) ? 60_000 : 8_000);
        if (operations > 0) await OfferAsync(flags, new Load.Closed((int)flags.Number("connections", 32), operations, null, 100), TimeSpan.Zero);
        return operations;
    }

    private static bool IsWire(Flags flags) => flags.Text("client", "wire") switch
    {
        "wire" => true,
        "sdk" => false,
        var other => throw new FormatException($"--client is wire or sdk, and not '{other}'"),
    };

    public static async Task<LoadResult> OfferAsync(Flags flags, Load load, TimeSpan warmUp, params IReadOnlyList<IRunObserver> observers)
    {
        var endpoint = new Uri(flags.Text("endpoint", "http://127.0.0.1:8000"));
        var timeout = TimeSpan.FromSeconds(30);
        var items = new ItemGenerator("bench", 1, 1024, DateTimeOffset.UtcNow);
        var operations = OperationTable.Of("items", items, new OperationForm());
        var pattern = new OperationPattern(new OperationMix([new OperationWeight(OperationKind.Put, 1)]));
        var workloads = Enum.GetValues<Phase>().ToDictionary(
            phase => phase, _ => new Workload(new WorkloadPlan { Pattern = pattern, Seed = 1, Patience = timeout }, new WriteLedger()));
        var plan = new LoadPlan { Load = load, WarmUp = warmUp, MaxDuration = TimeSpan.FromHours(1) };

        using var client = Connection.ToLocalServer(endpoint).LoadClient(timeout, timeout);
        await using var wire = IsWire(flags)
            ? await WireClient.OpenAsync(Options(flags, endpoint, timeout), new BasicAWSCredentials("key", "secret"), operations, plan.Lanes, TimeProvider.System, CancellationToken.None)
            : null;
        var target = new TableTarget(workloads, operations, wire is null ? (_, clock) => new SdkSender(client, operations, clock, timeout) : wire.OpenSender, beginsAtOnce: wire is not null);
        var result = await Task.Run(() => new LoadRun(plan, target, TimeProvider.System).ExecuteAsync(observers, CancellationToken.None, CancellationToken.None));
        await Task.Yield();
        return result;
    }

    public static TimeSpan DurationOf(Flags flags) => TimeSpan.FromSeconds(flags.Number("seconds", 4));

    public static Load LoadOf(Flags flags, TimeSpan duration)
    {
        var connections = (int)flags.Number("connections", 32);
        var rate = flags.Number("rate", 0);
        var total = (long)flags.Number("operations", 0);
        return rate > 0
            ? new Load.Open([LoadStage.Hold(rate, duration)], connections)
            : new Load.Closed(connections, total > 0 ? total : null, total > 0 ? null : duration, 100);
    }

    private static WireOptions Options(Flags flags, Uri endpoint, TimeSpan timeout) => new()
    {
        Endpoint = endpoint,
        Region = "us-east-1",
        ConnectTimeout = timeout,
        RequestTimeout = timeout,
        TrustedRoots = flags.Text("ca", "") is { Length: > 0 } file ? [X509CertificateLoader.LoadCertificateFromFile(file)] : null,
    };

    private static void Print(LoadResult result, TimeSpan beforeLoad)
    {
        var operations = Math.Max(1, result.Attempted);
        Console.WriteLine(string.Join('\t', new[]
        {
            result.Client.ProcessorTime.TotalMicroseconds / operations,
            operations / result.Duration.TotalSeconds,
            (double)result.Client.AllocatedBytes / operations,
            result.Client.PeakWorkingSetBytes / (1024.0 * 1024),
            (beforeLoad + result.Client.FirstOperation).TotalMilliseconds,
            result.Attempted - result.Succeeded,
            result.Lateness.P999 * 1000,
            // What was achieved of the offered rate, in percent; a closed load offers none.
            result.OfferedRatePerSecond is { } offered ? result.AchievedRatePerSecond / offered * 100 : 100,
        }.Select(value => value.ToString("0.###", CultureInfo.InvariantCulture))));
    }
}
