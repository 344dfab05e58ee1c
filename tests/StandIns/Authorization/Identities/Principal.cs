using StandIns.Authorization.Policies;

namespace StandIns.Authorization.Identities;

/// <summary>Who calls, and what they may do.</summary>
/// <param name="Arn">As errors name it: a user, or <c>arn:aws:sts::ACCOUNT:assumed-role/ROLE/SESSION</c>.</param>
/// <param name="Id">The unique id that GetCallerIdentity gives.</param>
/// <param name="Policy">Everything that is allowed and denied.</param>
public sealed record Principal(string Arn, string Id, Policy Policy)
{
    /// <summary>Policies of the VPC endpoints on this caller's way, by the service's name in signatures; each must allow a request too.</summary>
    public IReadOnlyDictionary<string, Policy> EndpointPolicies { get; init; } = new Dictionary<string, Policy>();

    /// <summary>The account of the ARN.</summary>
    public string Account => Arn.Split(':')[4];
}
