using System.Text.Json;

namespace StandIns.Authorization.Policies;

/// <summary>Statements that are judged together.</summary>
/// <param name="Statements">In any order.</param>
public sealed record Policy(IReadOnlyList<Statement> Statements)
{
    /// <summary>Allows everything.</summary>
    public static Policy Everything { get; } = Read("""{"Version":"2012-10-17","Statement":{"Sid":"Everything","Effect":"Allow","Action":"*","Resource":"*"}}""");

    /// <summary>Reads a policy document.</summary>
    /// <exception cref="FormatException">It is not understood.</exception>
    public static Policy Read(string document)
    {
        using var json = JsonDocument.Parse(document);
        var statements = json.RootElement.GetProperty("Statement");
        return new Policy(statements.ValueKind == JsonValueKind.Array
            ? [.. statements.EnumerateArray().Select(Statement.Read)]
            : [Statement.Read(statements)]);
    }

    /// <summary>What the statements say together: one that denies beats all, and what none allows is denied too.</summary>
    public Verdict Judge(Access access)
    {
        var allowed = false;
        foreach (var statement in Statements)
        {
            if (!statement.Covers(access)) continue;
            if (!statement.Allows) return Verdict.ExplicitlyDenied;
            allowed = true;
        }

        return allowed ? Verdict.Allowed : Verdict.NotAllowed;
    }

    /// <summary>Whether a service of AWS may take the role that has this trust policy.</summary>
    /// <param name="service">Such as <c>ecs-tasks.amazonaws.com</c>.</param>
    /// <param name="role">The role's ARN.</param>
    /// <param name="context">The account and the resource on whose behalf the service asks.</param>
    public bool Trusts(string service, string role, IReadOnlyDictionary<string, string> context) =>
        new Policy([.. Statements.Where(statement => statement.Principals?.GetValueOrDefault("Service")?.Contains(service) == true)])
            .Judge(new Access("sts:AssumeRole", role, context)) == Verdict.Allowed;

    /// <summary>The same without one statement.</summary>
    /// <exception cref="ArgumentException">There is none of this name.</exception>
    public Policy Without(string sid)
    {
        var rest = Statements.Where(statement => statement.Sid != sid).ToList();
        return rest.Count < Statements.Count ? new Policy(rest) : throw new ArgumentException($"No statement is called {sid}.", nameof(sid));
    }
}
