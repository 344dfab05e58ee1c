using System.Text.RegularExpressions;
using TestSupport;
using TestSupport.Moto;

namespace LoadTest.Tests.Wire;

/// <summary>A user of a moto server that checks signatures, who may do everything in DynamoDB. Tests are ignored where moto is missing.</summary>
internal sealed partial class SigningUser : IAsyncDisposable
{
    // The three calls that make the user; from the fourth on, signatures are checked.
    private const string UncheckedCalls = "3";
    private readonly MotoServer _moto;

    private SigningUser(MotoServer moto) => _moto = moto;

    public Uri Endpoint => _moto.Endpoint;

    public string AccessKey { get; private set; } = "";

    public string SecretKey { get; private set; } = "";

    public static async Task<SigningUser> CreateAsync()
    {
        var moto = await MotoServer.StartAsync(CancellationToken.None, ("INITIAL_NO_AUTH_ACTION_COUNT", UncheckedCalls));
        if (moto is null) OutsidePart.Missing(MotoServer.HowToGet);
        var user = new SigningUser(moto!);
        try
        {
            await user.MakeAsync();
            return user;
        }
        catch
        {
            await user.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _moto.DisposeAsync();

    private async Task MakeAsync()
    {
        using var http = new HttpClient { BaseAddress = Endpoint };
        await CallAsync(http, "Action=CreateUser&UserName=tester");
        const string policy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"dynamodb:*","Resource":"*"}]}""";
        await CallAsync(http, $"Action=PutUserPolicy&UserName=tester&PolicyName=all&PolicyDocument={Uri.EscapeDataString(policy)}");
        var keys = await CallAsync(http, "Action=CreateAccessKey&UserName=tester");
        AccessKey = KeyPattern().Match(keys).Groups["key"].Value;
        SecretKey = SecretPattern().Match(keys).Groups["secret"].Value;
    }

    private static async Task<string> CallAsync(HttpClient http, string form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/");
        request.Content = new StringContent(form + "&Version=2010-05-08", null, "application/x-www-form-urlencoded");
        request.Headers.TryAddWithoutValidation(
            "Authorization", "AWS4-HMAC-SHA256 Credential=any/20260101/us-east-1/iam/aws4_request, SignedHeaders=host, Signature=0");
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.That(response.IsSuccessStatusCode, Is.True, text);
        return text;
    }

    [GeneratedRegex("<AccessKeyId>(?<key>[^<]+)</AccessKeyId>", RegexOptions.NonBacktracking)]
    private static partial Regex KeyPattern();

    [GeneratedRegex("<SecretAccessKey>(?<secret>[^<]+)</SecretAccessKey>", RegexOptions.NonBacktracking)]
    private static partial Regex SecretPattern();
}
