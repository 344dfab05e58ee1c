namespace Build.Tests.Stacks.Support;

/// <summary>Something that happens to a stack.</summary>
/// <param name="Resource">Its logical name; <see cref="Itself"/> for the stack.</param>
/// <param name="Status">Such as CREATE_COMPLETE.</param>
/// <param name="Reason">Why; may be empty.</param>
/// <param name="Type">The resource's type.</param>
internal sealed record FakeEvent(string Resource, string Status, string Reason = "", string Type = "AWS::EC2::VPC")
{
    public const string Itself = "*";

    /// <summary>The event's id.</summary>
    public string Id { get; init; } = "";

    /// <summary>The server's time.</summary>
    public DateTime Time { get; init; }

    /// <summary>The token of the call that began the operation.</summary>
    public string Token { get; init; } = "";

    public bool IsOfStack => Resource == Itself;

    public static FakeEvent Stack(string status, string reason = "") => new(Itself, status, reason);
}
