using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace StandIns.Authorization.Identities;

/// <summary>Every key that was handed out. Thread-safe.</summary>
public sealed class KeyRing
{
    private readonly ConcurrentDictionary<string, AccessKey> _keys = new();

    /// <summary>A key of a user, which lasts.</summary>
    public AccessKey Issue(Principal owner) => Keep(new AccessKey("AKIA" + Letters(16), Secret(), SessionToken: null, Expires: null, owner));

    /// <summary>A key of a session, which ends.</summary>
    public AccessKey IssueSession(Principal owner, DateTimeOffset expires) =>
        Keep(new AccessKey("ASIA" + Letters(16), Secret(), Convert.ToBase64String(RandomNumberGenerator.GetBytes(96)), expires, owner));

    /// <summary>The key of this id; null when nobody has it.</summary>
    public AccessKey? Find(string id) => _keys.GetValueOrDefault(id);

    private AccessKey Keep(AccessKey key) => _keys[key.Id] = key;

    private static string Letters(int count) => RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", count);

    private static string Secret() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(30));
}
