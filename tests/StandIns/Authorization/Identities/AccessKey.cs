namespace StandIns.Authorization.Identities;

/// <summary>What a caller signs with.</summary>
/// <param name="Id">Begins with AKIA where it lasts, with ASIA where it belongs to a session.</param>
/// <param name="Secret">Never sent.</param>
/// <param name="SessionToken">Sent along with every request of a session; null for a key that lasts.</param>
/// <param name="Expires">The session's end; null for a key that lasts.</param>
/// <param name="Owner">Whose it is.</param>
public sealed record AccessKey(string Id, string Secret, string? SessionToken, DateTimeOffset? Expires, Principal Owner);
