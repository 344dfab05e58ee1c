namespace StandIns;

/// <summary>A request is refused, as the service would refuse it.</summary>
/// <param name="code">The error code.</param>
/// <param name="message">What the service says.</param>
/// <param name="status">The HTTP status.</param>
public sealed class RefusedException(string code, string message, int status = 400) : Exception(message)
{
    /// <summary>The error code.</summary>
    public string Code { get; } = code;

    /// <summary>The HTTP status.</summary>
    public int Status { get; } = status;
}
