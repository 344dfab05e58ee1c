using System.Globalization;
using LoadTest.Tests.Cli;
using TestSupport;

namespace LoadTest.Tests.Results;

[Parallelizable]
public sealed class LatencyLogTests
{
    [Test, Category("Slow")]
    public async Task Another_implementation_reads_the_log_and_finds_the_same_percentiles()
    {
        Peers.Package("hdr-histogram-js");
        using var program = new LoadTestProgram();
        await program.RunAsync(["run", "--environment=local", "--rate=300", "--duration=3s"]);
        var log = Path.Combine(Directory.GetDirectories(program.RunsFolder).Single(), "latency.hlog");
        using var reader = StartedProcess.Start(
            Peers.Program("node"), [RepositoryRoot.Combine("tests", "LoadTest.Tests", "Results", "latency-log.cjs"), Peers.Folder, log], program.Folder.Path);
        Assert.That(await reader.ExitAsync(), Is.Zero, reader.Error);

        var read = reader.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' '))
            .ToDictionary(parts => parts[0], parts => (Count: parts[1], P99: double.Parse(parts[2], CultureInfo.InvariantCulture)));
        var put = program.Summary().GetProperty("operations")[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(read["PutItem.success.response"].Count, Is.EqualTo("900"));
            Assert.That(read["PutItem.success.response"].P99, Is.EqualTo(put.GetProperty("responseTimeMs").GetProperty("p99").GetDouble()).Within(0.1).Percent);
            Assert.That(read["PutItem.success.service"].P99, Is.EqualTo(put.GetProperty("serviceTimeMs").GetProperty("p99").GetDouble()).Within(0.1).Percent);
        }
    }
}
