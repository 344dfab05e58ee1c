using LoadTest.Configuration.Values;
using LoadTest.Engine.Planning;
using Sink;
using LoadStage = LoadTest.Engine.Planning.Stage;

namespace LoadTest.Tests.Wire;

/// <summary>What an operation allocates on its way through the whole engine, from the ticket to the histograms and the ledger.</summary>
public sealed class AllocationTests
{
    private const int MostBytes = 100;
    private const int Lanes = 16;
    private const int OperationsOfRound = 20_000;
    private const int MostRounds = 12;
    private const string Answer = """{"ConsumedCapacity":{"CapacityUnits":2.0,"TableName":"items"},"Item":{"pk":{"S":"a"}}}""";

    [TestCase(OperationKind.Put)]
    [TestCase(OperationKind.Get)]
    public async Task An_operation_allocates_next_to_nothing(OperationKind kind)
    {
        // Reads go to items that were written, so one write in a hundred is in their mix.
        var mix = kind == OperationKind.Put ? null : new OperationMix([new OperationWeight(kind, 99), new OperationWeight(OperationKind.Put, 1)]);
        await AllocatesLittleAsync(Closed(OperationsOfRound), mix);
    }

    // Operations of an open load begin on the pacer's thread and end on those of the sockets, dozens at a time after each of its sleeps.
    [Test]
    public Task An_operation_of_an_open_load_allocates_no_more() =>
        AllocatesLittleAsync(new Load.Open([LoadStage.Hold(OperationsOfRound, TimeSpan.FromSeconds(1))], 64), mix: null);

    private static async Task AllocatesLittleAsync(Load load, OperationMix? mix)
    {
#if DEBUG
        Assert.Ignore("In a debug build every asynchronous method allocates: measured in Release.");
#endif
        using var server = new Listener(certificate: null, Answer);
        var options = WireLab.Options(new Uri($"http://127.0.0.1:{server.Port}")) with { RequestTimeout = TimeSpan.FromSeconds(20) };
        var lab = new EngineLab(options, mix) { Interval = TimeSpan.FromMinutes(1) };

        // What a run needs whatever its length: lanes, and the histograms of its only interval.
        var fixedBytes = await AllocatedAsync(lab, Closed(Lanes), Lanes);
        var bytes = double.MaxValue;
        // Code that is not optimized yet boxes what optimized code does not, so the first rounds may allocate more.
        for (var round = 0; round < MostRounds && bytes > MostBytes; round++)
            bytes = (double)(await AllocatedAsync(lab, load, OperationsOfRound) - fixedBytes) / OperationsOfRound;
        Assert.That(bytes, Is.LessThan(MostBytes), "bytes an operation");
    }

    private static Load.Closed Closed(long operations) => new(Lanes, operations, null, 100);

    private static async Task<long> AllocatedAsync(EngineLab lab, Load load, long operations)
    {
        var result = await lab.RunAsync(load);
        Assert.That(EngineLab.Categories(result), Is.EqualTo(new Dictionary<string, long> { ["success"] = operations }));
        return result.Client.AllocatedBytes;
    }
}
