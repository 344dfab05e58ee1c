using Build.Tests.Support;
using TestSupport;

namespace Build.Tests.Running;

[TestFixture]
[Platform(Include = "Linux", Reason = "script(1) of util-linux makes the terminal"), Parallelizable]
internal sealed class TerminalTests
{
    private const string ScriptProgram = "/usr/bin/script";

    [SetUp]
    public void RequireScript()
    {
        if (!File.Exists(ScriptProgram)) OutsidePart.Missing("script(1) is missing: apt-get install bsdutils");
    }

    [Test]
    public async Task On_a_terminal_the_program_sees_the_terminal_and_Ctrl_C_reaches_it_once()
    {
        using var repository = new FakeRepository();
        repository.GivenProgram("""
            trap 'count=$((count + 1)); echo "interrupt $count"' INT
            [ -t 0 ] && [ -t 1 ] && [ -t 2 ] && echo "on a terminal"
            echo ready
            for i in $(seq 20); do sleep 0.05; done
            exit 130
            """);
        var automation = repository.Combine("artifacts", "bin", "Build", "release", "Build");
        var typescript = repository.Combine("terminal.log");

        // What is typed comes from a process that waits until the program is ready; 003 is Ctrl-C.
        var command = $"""
            (until grep -q ready '{typescript}' 2>/dev/null; do sleep 0.05; done; printf '\003'; sleep 2) \
              | script --quiet --flush --return --command '{automation} --target=RunLoadTest --environment=local' '{typescript}'
            """;
        using var run = StartedProcess.Start("bash", ["-c", command], repository.Root, repository.Variables);
        Assert.That(await run.ExitAsync(), Is.EqualTo(130), run.Output + run.Error);
        var seen = await File.ReadAllTextAsync(typescript);
        Assert.That(seen, Does.Contain("on a terminal").And.Contains("interrupt 1").And.Not.Contains("interrupt 2"));
    }
}
