using System.Collections;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using StandIns.Wire;
using TestSupport;

namespace Build.Tests.Support;

/// <summary>A home folder with AWS profiles of a test's own, and nothing of the machine's: no variable, no profile, no role.</summary>
internal sealed class AwsHome : IDisposable
{
    public const string Account = "123456789012";
    private readonly TemporaryFolder _folder = new();

    /// <summary>The variables that the automation is started with.</summary>
    public Dictionary<string, string?> Variables { get; } = [];

    public AwsHome(string config = "")
    {
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            var name = (string)variable.Key;
            if (name.StartsWith("AWS_", StringComparison.Ordinal) || name.EndsWith("_PROXY", StringComparison.OrdinalIgnoreCase)) Variables[name] = null;
        }

        Variables["HOME"] = _folder.Path;
        Variables["AWS_CONFIG_FILE"] = _folder.Write("config", config);
        Variables["AWS_SHARED_CREDENTIALS_FILE"] = _folder.Write("credentials");
        Variables["AWS_EC2_METADATA_DISABLED"] = "true";
    }

    /// <summary>A file of the home folder.</summary>
    public string Combine(params string[] parts) => _folder.Combine(parts);

    /// <summary>Writes a file of the home folder.</summary>
    public string Write(string relative, string text) => _folder.Write(relative, text);

    /// <summary>Writes a shell script of the home folder.</summary>
    public string WriteScript(string relative, string text) => _folder.WriteScript(relative, text);

    /// <summary>Puts a token into the cache of SSO, as a login makes it; it has not expired yet.</summary>
    public void GivenSsoToken(string startUrl)
    {
#pragma warning disable CA5350 // the AWS tools name the files of their cache so
        var name = Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(startUrl)));
#pragma warning restore CA5350
        Write($".aws/sso/cache/{name}.json", $$"""
            {"startUrl": "{{startUrl}}", "region": "eu-central-1", "accessToken": "secret-token-of-sso", "expiresAt": "2099-01-01T00:00:00Z"}
            """);
    }

    /// <summary>What STS says when it accepts the credentials.</summary>
    public static WireAnswer Caller(string arn = $"arn:aws:iam::{Account}:user/me", string account = Account) =>
        WireAnswer.Xml("GetCallerIdentity", $"<Arn>{arn}</Arn><UserId>AIDAEXAMPLE</UserId><Account>{account}</Account>");

    /// <summary>What STS says when it lets a role be taken.</summary>
    public static WireAnswer Role(string key) => WireAnswer.Xml("AssumeRole", $"""
        <Credentials><AccessKeyId>{key}</AccessKeyId><SecretAccessKey>secret</SecretAccessKey>
        <SessionToken>token-of-{key}</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>
        """);

    /// <summary>An address of the loopback where nobody listens.</summary>
    public static string NobodyListens
    {
        get
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        }
    }

    /// <summary>Runs the automation in this home.</summary>
    public Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments) =>
        Automation.RunAsync(arguments, Variables.Select(variable => (variable.Key, variable.Value)));

    public void Dispose() => _folder.Dispose();
}
