using System.Diagnostics;
using System.Globalization;
using Amazon.Runtime;
using HdrHistogram;
using LoadTest.Configuration.Values;
using LoadTest.Engine.Execution;
using LoadTest.Engine.Recording;
using LoadTest.Engine.Reporting;
using LoadTest.Items;
using LoadTest.Operations;
using LoadTest.Wire.Http;
using LoadTest.Wire.Signing;

namespace Engine;

/// <summary>What the parts of an operation cost by themselves, in nanoseconds on a warm processor: where the work on the whole should go.</summary>
internal static class PartsCommand
{
    private const int Times = 200_000;

    public static int Run()
    {
        var items = new ItemGenerator("bench", 1, 1024, DateTimeOffset.UtcNow);
        var put = new PutItem("items", items);
        var form = new RequestForm(
            new SigningScope(new ImmutableCredentials("key", "secret", null), "us-east-1", DateOnly.FromDateTime(DateTime.UtcNow)), new Uri("http://localhost"), "PutItem", "bench");
        using var signer = new RequestSigner();
        var buffer = new RequestBuffer();
        var answer = System.Text.Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nServer: Server\r\nDate: Sun, 22 Nov 2026 10:15:00 GMT\r\nContent-Type: application/x-amz-json-1.0\r\n"
            + "Content-Length: 63\r\nConnection: keep-alive\r\nx-amzn-RequestId: 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789ABCDEF\r\n\r\n"
            + """{"ConsumedCapacity":{"CapacityUnits":2.0,"TableName":"items"}}""" + " ");
        var parser = new ResponseParser(ResponseLimits.Default);
        var clock = new RunClock(TimeProvider.System);
        var recorder = new RunRecorder(new TableTarget(
            new Dictionary<Phase, Workload>(), OperationTable.Of("items", items, new OperationForm()), (_, _) => throw new NotSupportedException(), beginsAtOnce: true));
        var ledger = new WriteLedger();

        Measure("write the body", number =>
        {
            buffer.Begin(form.MostHeadBytes);
            put.WriteBody(new PlannedRequest(OperationKind.Put, Phase.Measured, number, IsDuplicate: false), buffer);
        });
        Measure("sign and write the head", _ => signer.Sign(form, DateTimeOffset.UtcNow, buffer));
        Measure("parse the answer", _ =>
        {
            parser.Reset();
            answer.CopyTo(parser.Free());
            parser.Advance(answer.Length);
        });
        Measure("read the answer's JSON", _ => put.ReadBody(default, parser.Body));
        Measure("settle in the ledger", number => ledger.Settle(number, WriteState.Acknowledged));
        Measure("record the outcome", number => recorder.Record(
            new Ticket(Phase.Measured, number, number * 1000), number * 1000,
            new Outcome { Operation = 0, Category = Category.Success, Attempts = 1, ServiceStart = number * 1000, End = number * 1000 + 900_000, WriteUnits = 2 }));
        Measure("read the clock", _ => GC.KeepAlive(clock.Now > 0));
        MeasureIntervals();
        return 0;
    }

    // An interval of 2,000 operations, up to 16 ms.
    private static void MeasureIntervals()
    {
        var random = new Random(1);
        var latencies = Enumerable.Range(0, 2000).Select(_ => (long)Math.Exp(5.5 + random.NextDouble() * 1.2 + (random.NextDouble() < 0.02 ? 3 : 0))).ToArray();
        foreach (var (name, histogram) in new (string, HistogramBase)[]
        {
            ("", new ConcurrentHistogram(0, 1, LatencyRecorder.Longest, LatencyRecorder.SignificantDigits)),
            (", the library's concurrent histogram", new LongConcurrentHistogram(1, LatencyRecorder.Longest, LatencyRecorder.SignificantDigits)),
        })
        {
            Measure("record a latency" + name, number => histogram.RecordValue(latencies[number % latencies.Length]));
            histogram.Reset();
            foreach (var latency in latencies) histogram.RecordValue(latency);
            var sum = LatencyRecorder.NewHistogram();
            var librarySum = new LongHistogram(1, LatencyRecorder.Longest, LatencyRecorder.SignificantDigits);
            Measure("look through an interval" + name, _ => GC.KeepAlive(histogram.RecordedValues().Last()), times: 200);
            Measure("read its percentiles" + name, _ => LatencySummary.Of(histogram), times: 200);
            Measure("add it up" + name, _ => sum.Add(histogram), times: 200);
            Measure("add it up in the library's histogram" + name, _ => librarySum.Add(histogram), times: 200);
        }
    }

    private static void Measure(string name, Action<int> part, int times = Times)
    {
        var best = double.MaxValue;
        for (var round = 0; round < 12; round++)
        {
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < times; i++) part(round * times + i);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalNanoseconds / times);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}\t{best:0} ns"));
    }
}
