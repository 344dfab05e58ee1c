using StandIns.Authorization.Identities;

namespace EndToEnd.Sandbox;

/// <summary>A profile of the user who types the commands.</summary>
/// <param name="Name">For <c>--profile</c>.</param>
/// <param name="Key">What it signs with.</param>
internal sealed record Profile(string Name, AccessKey Key)
{
    /// <summary>Its part of the credentials file.</summary>
    public string Credentials =>
        $"[{Name}]\naws_access_key_id = {Key.Id}\naws_secret_access_key = {Key.Secret}\n"
        + (Key.SessionToken is { } token ? $"aws_session_token = {token}\n" : "") + "\n";
}
