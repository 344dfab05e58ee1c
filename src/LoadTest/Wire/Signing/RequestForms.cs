namespace LoadTest.Wire.Signing;

/// <summary>Makes the forms of requests: knows who signs, when, and where requests go. Safe for all threads.</summary>
public sealed class RequestForms(CredentialKeeper credentials, ServerClock clock, Uri endpoint)
{
    private static readonly string Agent = $"dynamodb-load-test/{ProgramVersion.Text}";

    /// <summary>The time that signatures name.</summary>
    public ServerClock Clock => clock;

    /// <summary>Who signs at a time.</summary>
    public SigningScope ScopeAt(DateTimeOffset now) => credentials.ScopeAt(now);

    /// <summary>The form of an operation's requests, for a day.</summary>
    public RequestForm Make(SigningScope scope, string operation) => new(scope, endpoint, operation, Agent);
}
