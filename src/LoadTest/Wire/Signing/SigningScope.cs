using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Amazon.Runtime;

namespace LoadTest.Wire.Signing;

/// <summary>
/// What signatures share for a day: who signs, and the key made of the secret, the day, the region and the service (Signature Version 4,
/// "Create a signed AWS API request"). Immutable; safe for all threads.
/// </summary>
public sealed class SigningScope
{
    private const string Service = "dynamodb";
    private const string Termination = "aws4_request";

    /// <summary>Derives the day's key.</summary>
    /// <param name="credentials">Who signs.</param>
    /// <param name="region">The region that the requests go to.</param>
    /// <param name="day">The day in UTC.</param>
    public SigningScope(ImmutableCredentials credentials, string region, DateOnly day)
    {
        Credentials = credentials;
        Day = day;
        var date = day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        Text = $"{date}/{region}/{Service}/{Termination}";
        var key = Encoding.UTF8.GetBytes("AWS4" + credentials.SecretKey);
        foreach (var part in (string[])[date, region, Service, Termination]) key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        Key = key;
    }

    /// <summary>Who signs.</summary>
    public ImmutableCredentials Credentials { get; }

    /// <summary>The day in UTC for which the key holds.</summary>
    public DateOnly Day { get; }

    /// <summary>Day, region, service and termination, as the string to sign names them.</summary>
    public string Text { get; }

    internal byte[] Key { get; }
}
