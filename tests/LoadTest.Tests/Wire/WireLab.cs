using Amazon.Runtime;
using LoadTest.Configuration.Values;
using LoadTest.Engine.Execution;
using LoadTest.Items;
using LoadTest.Operations;
using LoadTest.Wire;

namespace LoadTest.Tests.Wire;

/// <summary>A wire client with one lane, for tests of what it sends and how it takes what comes back.</summary>
internal sealed class WireLab : IAsyncDisposable
{
    private readonly WireClient _client;
    private readonly IRequestSender _sender;
    private readonly RunClock _clock;

    private WireLab(WireClient client)
    {
        _client = client;
        _clock = new RunClock(TimeProvider.System);
        _sender = client.OpenSender(0, _clock);
    }

    public static ItemGenerator Items { get; } = new("run", 7, 1024, DateTimeOffset.UnixEpoch.AddYears(56));

    public IReadOnlyList<string> Notes => _client.Notes;

    public static WireOptions Options(Uri endpoint) => new()
    {
        Endpoint = endpoint,
        Region = "us-east-1",
        ConnectTimeout = TimeSpan.FromSeconds(0.4),
        RequestTimeout = TimeSpan.FromSeconds(0.4),
    };

    public static IReadOnlyDictionary<OperationKind, IOperation> Operations() => OperationTable.Of("items", Items, new OperationForm(ConsistentRead: true));

    /// <summary>Opens a client without connecting ahead, so that a server sees nothing but the test's own requests.</summary>
    public static Task<WireLab> OpenAsync(Uri endpoint) => OpenAsync(Options(endpoint), connections: 0);

    public static async Task<WireLab> OpenAsync(WireOptions options, int connections, TimeProvider? time = null, AWSCredentials? credentials = null) => new(await WireClient.OpenAsync(
        options, credentials ?? new BasicAWSCredentials("key", "secret"), Operations(), connections, time ?? TimeProvider.System, CancellationToken.None));

    public ValueTask<Answer> PutAsync(long ordinal = 0, CancellationToken abort = default) =>
        _sender.SendAsync(new PlannedRequest(OperationKind.Put, Phase.Measured, ordinal, IsDuplicate: false), abort);

    public ValueTask<Answer> GetAsync(long ordinal = 0) =>
        _sender.SendAsync(new PlannedRequest(OperationKind.Get, Phase.Measured, ordinal, IsDuplicate: false), CancellationToken.None);

    public async Task<string> CategoryOfPutAsync(CancellationToken abort = default) => Name(await PutAsync(abort: abort));

    public static string Name(Answer answer) => Category.All[answer.Category].Name;

    public async ValueTask DisposeAsync()
    {
        await _sender.DisposeAsync();
        await _client.DisposeAsync();
    }
}
