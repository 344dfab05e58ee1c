using TestSupport;

namespace LoadTest.Tests.Cli;

/// <summary>The same command against servers of others, chosen by AWS_ENDPOINT_URL_DYNAMODB alone.</summary>
[Category("Slow"), Parallelizable]
public sealed class PeerServerTests
{
    private static readonly string[] Run =
        ["run", "--environment=local", "--total-items=600", "--concurrency-limit=10", "--duplicate-percentage=15", "--request-timeout=30s"];

    [Test]
    public async Task A_run_against_Amazon_s_DynamoDB_Local()
    {
        await using var server = await DynamoDbLocalProcess.StartAsync();
        await AssertTwoRunsAsync(server.Endpoint);
    }

    [Test]
    public async Task A_run_against_dynalite()
    {
        await using var server = await DynaliteProcess.StartAsync();
        await AssertTwoRunsAsync(server.Endpoint);
    }

    // The first run leaves its table, so the second meets one whose tag neither server can tell, and cleans its items up by itself.
    private static async Task AssertTwoRunsAsync(Uri endpoint)
    {
        foreach (var cleanUp in new[] { "--cleanup-after-test=false", "--cleanup-after-test=true" })
        {
            using var program = new LoadTestProgram();
            var run = await program.RunAsync([.. Run, cleanUp], ("AWS_ENDPOINT_URL_DYNAMODB", endpoint.ToString()));
            Assert.That(run.ExitCode, Is.Zero, run.Error + run.Output);
            var put = program.Summary().GetProperty("operations")[0];
            using (Assert.EnterMultipleScope())
            {
                Assert.That(put.GetProperty("succeeded").GetInt64(), Is.EqualTo(510));
                Assert.That(put.GetProperty("errors").GetProperty("conditional-check").GetInt64(), Is.EqualTo(90));
                Assert.That(program.Summary().GetProperty("verification").GetProperty("found").GetInt64(), Is.EqualTo(510));
            }
        }
    }
}
