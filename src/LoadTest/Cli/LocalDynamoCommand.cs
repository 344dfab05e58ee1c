using LoadTest.Configuration;
using LoadTest.Configuration.Options;
using LoadTest.Configuration.Problems;
using LoadTest.Configuration.Values;
using LoadTest.Local;
using LocalDynamo;

namespace LoadTest.Cli;

/// <summary><c>local-dynamo</c>: the embedded server by itself.</summary>
internal static class LocalDynamoCommand
{
    private const double Percent = 100;

    /// <summary>Ends the server when its standard input does: whoever started it is then gone.</summary>
    public static System.CommandLine.Option<bool> UntilInputEnds { get; } = new("--until-input-ends") { Hidden = true };

    public static async Task<ExitCode> ExecuteAsync(Settings settings, bool untilInputEnds, TimeProvider time)
    {
        using var interruption = new Interruption("stopping the local server");
        await using var server = await StartAsync(OptionsOf(settings), time, interruption.Stop);
        await Console.Out.WriteLineAsync(LocalServerProcess.AddressMark + server.Endpoint.GetLeftPart(UriPartial.Authority));
        if (untilInputEnds) await InputEndsAsync();
        else await UntilStoppedAsync(settings, server, interruption.Stop);
        return ExitCode.Passed;
    }

    // Ctrl-C reaches the whole group of processes: a run that drains still needs its server, so only the run's end counts.
    private static async Task InputEndsAsync()
    {
        while (await Console.In.ReadLineAsync(CancellationToken.None) is not null)
        {
        }
    }

    private static async Task UntilStoppedAsync(Settings settings, LocalDynamoServer server, CancellationToken stop)
    {
        if (settings.Get(ApplicationOptions.Verbosity) != Verbosity.Quiet)
        {
            await Console.Out.WriteLineAsync(
                $"any access key and region will do; for example: aws dynamodb list-tables --endpoint-url {server.Endpoint.GetLeftPart(UriPartial.Authority)}; Ctrl-C stops it");
        }

        await Task.Delay(Timeout.InfiniteTimeSpan, stop).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    private static async Task<LocalDynamoServer> StartAsync(LocalDynamoOptions options, TimeProvider time, CancellationToken stop)
    {
        try
        {
            return await LocalDynamoServer.StartAsync(options, time, stop);
        }
        catch (PortInUseException inUse)
        {
            throw new ProblemException(
                new Problem(ErrorCodes.PortInUse, inUse.Message, "--port", "take another --port, or --port=0 for a free one"), inUse);
        }
    }

    private static LocalDynamoOptions OptionsOf(Settings settings) => new()
    {
        Port = settings.Get(LocalServerOptions.Port),
        EnforceCapacity = settings.Get(LocalServerOptions.EnforceCapacity),
        Burst = TimeSpan.FromSeconds(settings.Get(LocalServerOptions.BurstSeconds)),
        Faults = new FaultOptions
        {
            Seed = (ulong)settings.Get(LocalServerOptions.FaultSeed),
            Latency = settings.TryGet(LocalServerOptions.FaultLatency, out var latency) ? Latency(latency) : null,
            Throttle = settings.Get(LocalServerOptions.FaultThrottle) / Percent,
            ServerError = settings.Get(LocalServerOptions.FaultServerError) / Percent,
            Unavailable = settings.Get(LocalServerOptions.FaultUnavailable) / Percent,
            Hang = settings.Get(LocalServerOptions.FaultHang) / Percent,
            SlowBody = settings.Get(LocalServerOptions.FaultSlowBody) / Percent,
            Drop = settings.Get(LocalServerOptions.FaultDrop) / Percent,
            LoseWrite = settings.Get(LocalServerOptions.FaultLoseWrite) / Percent,
        },
    };

    private static LatencyModel Latency(LatencySetting setting) => setting.Shape == LatencyShape.Fixed
        ? (LatencyModel)new LatencyModel.Fixed(setting.Median)
        : new LatencyModel.LogNormal(setting.Median, setting.Sigma);
}
