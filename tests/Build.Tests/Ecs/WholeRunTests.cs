using System.Text.Json;
using Build.Tests.Ecs.Support;
using LoadTest.Configuration.Problems;

namespace Build.Tests.Ecs;

/// <summary>The real program as tasks: together they do what one does alone.</summary>
[TestFixture]
[Category("Slow")]
internal sealed class WholeRunTests : EcsTests
{
    private static readonly string[] Load = ["--rate=100", "--duration=3s", "--verify=none", "--cleanup-after-test=false"];

    [TestCase(1)]
    [TestCase(3)]
    [TestCase(25)]
    public async Task Tasks_together_offer_what_was_asked_for_and_their_merged_report_has_all_of_it(int tasks)
    {
        var lab = await RealLabAsync();
        await using var program = lab.Program;
        await using var ecs = lab.Lab;
        ecs.Pace = ecs.Pace with { Lead = TimeSpan.FromSeconds(tasks < 10 ? 4 : 10), Drain = TimeSpan.FromSeconds(1) };
        var end = await ecs.RunAsync(tasks, flags: Load);
        await ecs.CollectAsync(end);
        var (code, summary, text) = await RealProgram.MergeAsync(ecs.RunFolder);
        TestContext.Out.WriteLine(text);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(end.Codes, Has.Count.EqualTo(tasks).And.All.EqualTo(ExitCode.Passed), ecs.Output + ecs.Error);
            Assert.That(code, Is.Zero, text);
            Assert.That(ecs.Service.Alive, Is.Zero);
        }

        TestContext.Out.WriteLine(summary.GetRawText()[..6000]);
    }

    private async Task<(RealProgram Program, EcsLab Lab)> RealLabAsync()
    {
        await Moto.ResetAsync();
        var program = await RealProgram.StartAsync(Moto);
        return (program, await EcsLab.CreateAsync(Moto, program.Starter));
    }
}
