using LoadTest.Configuration.Options;
using LoadTest.Configuration.Problems;
using LoadTest.Configuration.Sources;

namespace LoadTest.Configuration.Tests.Sources;

public sealed class SecretTests
{
    private const string Secret = "wJalrXUtnFEMIK7MDENGbPxRfiCY";
    private static readonly string[] Names = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "SecretAccessKey", "secret-access-key"];

    public static IEnumerable<SettingsInput> Inputs()
    {
        foreach (var name in Names)
        {
            yield return new SettingsInput { Flags = [new FlagValue(name, Secret)] };
            yield return new SettingsInput { Environment = new Dictionary<string, string> { [name] = Secret } };
            yield return new SettingsInput { Environment = new Dictionary<string, string> { [name] = $"{Secret} with blanks" } };
            yield return new SettingsInput { Ssm = new Dictionary<string, string> { ["/p/" + name] = Secret } };
            yield return new SettingsInput { Ssm = new Dictionary<string, string> { ["/p/settings"] = $$"""{"{{name}}": "{{Secret}}"}""" } };
        }

        yield return new SettingsInput { Flags = [new FlagValue("endpoint-url", $"http://me:{Secret}@host")] };
        yield return new SettingsInput { Flags = [new FlagValue("endpoint-url", $"ftp://host?token={Secret}")] };
        yield return new SettingsInput { Environment = new Dictionary<string, string> { ["AWS_ENDPOINT_URL"] = $"http://{Secret}@" } };
    }

    [TestCaseSource(nameof(Inputs))]
    public void No_secret_is_shown(SettingsInput input) => AssertHidden(SettingsReader.Read(input));

    [TestCase(".env.dev", "AWS_SECRET_ACCESS_KEY=\"" + Secret)]
    [TestCase(".env.dev", "AWS_SECRET_ACCESS_KEY: " + Secret)]
    [TestCase(".env.dev", "AWS_SECRET_ACCESS_KEY=" + Secret + " x y\nAWS_SECRET_ACCESS_KEY=" + Secret)]
    [TestCase(".env.dev", Secret + "/+")]
    [TestCase("parameters.json", "{\"AWS_SECRET_ACCESS_KEY\": \"" + Secret)]
    [TestCase("parameters.json", "{\"AWS_SECRET_ACCESS_KEY\": \"" + Secret + "\", \"AWS_SECRET_ACCESS_KEY\": \"" + Secret + "\"}")]
    [TestCase("parameters.json", "{\"AWS_SECRET_ACCESS_KEY\" " + Secret)]
    [TestCase("parameters.json", "[{\"ParameterKey\": \"AWS_SECRET_ACCESS_KEY\", \"ParameterValue\": \"" + Secret + "\"}]")]
    public void No_secret_is_shown_from_a_file(string name, string text)
    {
        using var folder = new SettingsFolder().With(name, text);
        AssertHidden(folder.Read());
    }

    [Test]
    public void A_key_needs_its_secret()
    {
        var result = SettingsReader.Read(new SettingsInput { Environment = new Dictionary<string, string> { ["AWS_ACCESS_KEY_ID"] = "AKIAEXAMPLE" } });
        Assert.That(result.Problems.Single().What, Is.EqualTo("AccessKeyId needs SecretAccessKey, and none is given"));
    }

    private static void AssertHidden(SettingsResult result)
    {
        string[] shown =
        [
            .. result.Problems.Select(problem => problem.ToString()), .. result.Warnings.Select(problem => problem.ToString()),
            .. KnownOptions.All.Select(result.Settings.Origin), .. KnownOptions.All.Select(option => result.Settings.Text(option) ?? ""),
            result.Problems.Count == 0 ? "" : new ProblemException([.. result.Problems]).ToString(), result.ToString(),
        ];
        Assert.That(shown, Has.None.Contains(Secret));
    }
}
