using TestSupport;
using TestSupport.Moto;

namespace Build.Tests.Ecs.Support;

/// <summary>Tests of runs in ECS, with one moto for all of a fixture.</summary>
[Platform(Exclude = "Win", Reason = "tasks are scripts of the shell")]
internal abstract class EcsTests
{
    /// <summary>Says, as the program does, that a task of the run r1 is ready for its load.</summary>
    protected const string GetReady = "until curl -s -f -o /dev/null -X PUT \"$RUNS/r1/ready/${ECS_CONTAINER_METADATA_URI_V4##*/}\"; do sleep 0.5; done; ";

    /// <summary>Waits, as the program does, until all tasks of the run r1 begin.</summary>
    protected const string UntilStart = "until curl -s \"${RUNS%/runs}?prefix=runs/r1/start.json\" | grep -q '<Key>'; do sleep 1; done; ";

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
    protected Task<EcsAccount> AccountAsync(string script, string image = "image:1") => EcsAccount.CreateAsync(_moto, script, image);

    /// <summary>A lab of the test's own, with an empty bucket.</summary>
    protected async Task<EcsLab> LabAsync(string script)
    {
        await _moto.ResetAsync();
        return await EcsLab.CreateAsync(_moto, script);
    }
}
