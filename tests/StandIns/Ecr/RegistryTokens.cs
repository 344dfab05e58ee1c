using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using StandIns.Authorization.Identities;

namespace StandIns.Ecr;

/// <summary>The logins that ECR handed out: each is for the caller who asked for it, and holds for twelve hours. Thread-safe.</summary>
public sealed class RegistryTokens(TimeProvider time)
{
    private const string User = "AWS";
    private static readonly TimeSpan Life = TimeSpan.FromHours(12);
    private readonly ConcurrentDictionary<string, (Principal Owner, DateTimeOffset Expires)> _passwords = new();

    /// <summary>A new login, encoded as ECR gives it: the base64 of user and password.</summary>
    public (string Token, DateTimeOffset Expires) Issue(Principal owner)
    {
        var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(48));
        var expires = time.GetUtcNow() + Life;
        _passwords[password] = (owner, expires);
        return (Convert.ToBase64String(Encoding.ASCII.GetBytes($"{User}:{password}")), expires);
    }

    /// <summary>Whose login an Authorization header carries; null where it carries none that holds.</summary>
    public Principal? OwnerOf(string? header)
    {
        const string scheme = "Basic ";
        if (header?.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) != true) return null;
        var given = Encoding.UTF8.GetString(Convert.FromBase64String(header[scheme.Length..])).Split(':', 2);
        return given.Length == 2 && given[0] == User && _passwords.TryGetValue(given[1], out var login) && login.Expires > time.GetUtcNow() ? login.Owner : null;
    }
}
