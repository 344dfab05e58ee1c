using TestSupport;
using TestSupport.Moto;

namespace Build.Tests.Ecs.Support;

/// <summary>Tests of runs in ECS, with one moto for all of a fixture.</summary>
[Platform(Exclude = "Win", Reason = "tasks are scripts of the shell")]
internal abstract class EcsTests
{
    private MotoServer _moto = null!;

    protected MotoServer Moto => _moto;

    [OneTimeSetUp]
    public async Task StartMoto()
    {
        var moto = await MotoServer.StartAsync(CancellationToken.None);
        if (moto is null) OutsidePart.Missing(MotoServer.HowToGet);
        _moto = moto!;
    }

    [OneTimeTearDown]
    public async Task StopMoto()
    {
        if (_moto is not null) await _moto.DisposeAsync();
    }

    /// <summary>An account of the test's own, for the automation as a process.</summary>
    protected async Task<EcsAccount> AccountAsync(string script, string image = "image:1")
    {
        await _moto.ResetAsync();
        return await EcsAccount.CreateAsync(_moto, script, image);
    }

    /// <summary>A lab of the test's own, with an empty bucket.</summary>
    protected async Task<EcsLab> LabAsync(string script)
    {
        await _moto.ResetAsync();
        return await EcsLab.CreateAsync(_moto, script);
    }
}
