using TestSupport;
using TestSupport.Moto;

namespace Compat.Tests.Moto;

/// <summary>One moto server for a fixture, empty at the start of each test.</summary>
[Category("Slow")]
internal abstract class MotoTests
{
    private MotoServer? _server;

    /// <summary>Where it listens, without a slash at the end.</summary>
    protected string Url => _server!.Endpoint.ToString().TrimEnd('/');

    [OneTimeSetUp]
    public async Task Start()
    {
        _server = await MotoServer.StartAsync(CancellationToken.None);
        if (_server is null) OutsidePart.Missing(MotoServer.HowToGet);
    }

    [SetUp]
    public Task Forget() => _server!.ResetAsync();

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (_server is not null) await _server.DisposeAsync();
    }
}
