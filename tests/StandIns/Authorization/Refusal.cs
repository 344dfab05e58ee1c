namespace StandIns.Authorization;

/// <summary>Why a request is refused before the service sees it.</summary>
public enum Refusal
{
    /// <summary>It carries no signature.</summary>
    NotSigned,

    /// <summary>Nobody has the key, or the session token is another one.</summary>
    UnknownKey,

    /// <summary>The signature does not fit, or is too old.</summary>
    WrongSignature,

    /// <summary>The session has ended.</summary>
    Expired,

    /// <summary>The caller may not do that.</summary>
    Denied,
}

/// <summary>A request is refused.</summary>
/// <param name="reason">Why.</param>
/// <param name="message">What AWS says.</param>
public sealed class AccessRefusedException(Refusal reason, string message) : Exception(message)
{
    /// <summary>Why.</summary>
    public Refusal Reason { get; } = reason;
}
