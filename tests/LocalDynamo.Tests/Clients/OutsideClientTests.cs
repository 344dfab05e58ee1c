using System.Diagnostics;
using TestSupport;

namespace LocalDynamo.Tests.Clients;

/// <summary>Official SDKs of other languages do a round of puts, gets, scans, batches and conditional failures.</summary>
[Category("Slow")]
public sealed class OutsideClientTests
{
    [Test]
    public async Task The_JavaScript_SDK_works_on_it()
    {
        var node = Peers.Program("node");
        Peers.Package("@aws-sdk/client-dynamodb", "package.json");
        Assert.That(await ClientScript.RunAsync(node, "client.cjs", Peers.Folder), Is.EqualTo("17 checks passed"));
    }

    [Test]
    public async Task The_Python_SDK_works_on_it()
    {
        var python = Peers.Program("python3");
        using var probe = Process.Start(new ProcessStartInfo(python, ["-c", "import boto3"])
        {
            UseShellExecute = false,
            RedirectStandardError = true
        })!;
        await probe.WaitForExitAsync();
        if (probe.ExitCode != 0) OutsidePart.Missing("The Python package boto3 is not installed; install it with: pip install boto3");
        Assert.That(await ClientScript.RunAsync(python, "client.py"), Is.EqualTo("17 checks passed"));
    }
}
