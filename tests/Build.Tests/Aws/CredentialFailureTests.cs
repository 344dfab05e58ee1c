using Build.Tests.Support;
using LoadTest.Configuration.Problems;
using StandIns.Wire;
using TestSupport;

namespace Build.Tests.Aws;

/// <summary>Every failure of credentials, region and network, with the exact text that the user sees: Golden/Credentials.</summary>
[TestFixture]
[Parallelizable(ParallelScope.Children)]
[Platform(Exclude = "Win", Reason = "the profiles name programs of a Unix shell")]
internal sealed class CredentialFailureTests
{
    [TestCaseSource(typeof(CredentialFailures), nameof(CredentialFailures.All))]
    public async Task The_user_sees_cause_identity_fix_and_code(CredentialFailure failure)
    {
        await using var server = failure.Given(new WireServer());
        var nobody = AwsHome.NobodyListens;
        using var home = new AwsHome(failure.Config.Replace("{endpoint}", server.Url, StringComparison.Ordinal));
        home.Variables["AWS_ENDPOINT_URL"] = failure.IsOfAws ? null : server.Url;
        if (failure.SsoStartUrl is { } start) home.GivenSsoToken(start);
        foreach (var (name, value) in failure.Variables)
            home.Variables[name] = value.Replace("{endpoint}", server.Url, StringComparison.Ordinal).Replace("{nobody}", nobody, StringComparison.Ordinal);

        var (code, output, error) = await home.RunAsync(["--target=ValidateCredentials", .. failure.Arguments]);

        var seen = error.Replace(server.Url, "{endpoint}", StringComparison.Ordinal).Replace(nobody, "{nobody}", StringComparison.Ordinal)
            .Replace(nobody["http://".Length..], "{nobody}", StringComparison.Ordinal).Replace(home.Combine(), "{home}", StringComparison.Ordinal);
        Assert.That(code, Is.EqualTo(failure.ExitCode), seen);
        Assert.That(output, Is.EqualTo("== ValidateCredentials ==\n"));
        Assert.That(seen, Does.Match(@"^An error occurred when executing task 'ValidateCredentials'\.\nError: LT0\d{3} .+\n(  from: .+\n)?  fix: .+\n$"));
        Assert.That(seen, Does.Not.Contain("secret-"), "a secret");
        Golden.Matches($"Credentials/{failure.Name}.txt", seen);
    }

    [Test]
    public void Every_code_of_the_area_is_in_the_table()
    {
        var texts = Directory.EnumerateFiles(RepositoryRoot.Combine("tests", "Build.Tests", "Golden", "Credentials")).Select(File.ReadAllText).ToList();
        var missing = ErrorCodes.All.Where(code => code.Id.StartsWith("LT03", StringComparison.Ordinal)).Where(code => !texts.Any(text => text.Contains(code.Id, StringComparison.Ordinal)));
        Assert.That(missing, Is.Empty);
    }
}
