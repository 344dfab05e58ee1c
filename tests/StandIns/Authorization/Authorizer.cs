using System.Collections.Concurrent;
using StandIns.Authorization.Identities;
using StandIns.Authorization.Policies;
using StandIns.Authorization.Requests;

namespace StandIns.Authorization;

/// <summary>Decides whether a caller may do what a request asks for. Thread-safe; each decision is made once.</summary>
/// <param name="permissions">Which permissions a request needs.</param>
public sealed class Authorizer(Permissions permissions)
{
    private readonly ConcurrentDictionary<(Principal Caller, string Service, Needed Needed), string?> _refusals = new(new ByCaller());

    /// <summary>Passes where everything is allowed that the request needs.</summary>
    /// <exception cref="AccessRefusedException">Something is not; the message names it as AWS does.</exception>
    public void Check(Principal caller, ServiceRequest request)
    {
        foreach (var needed in permissions.Of(request))
        {
            if (Refusal(caller, request.Scope!.Service, needed) is { } message) throw new AccessRefusedException(Authorization.Refusal.Denied, message);
        }
    }

    /// <summary>Why a permission is missing, in AWS's words; null when it is there.</summary>
    public string? Refusal(Principal caller, string service, Needed needed) =>
        _refusals.GetOrAdd((caller, service, needed), key => Judge(key.Caller, key.Service, key.Needed));

    private static string? Judge(Principal caller, string service, Needed needed)
    {
        var access = new Access(needed.Action, needed.Resource, ContextOf(caller, needed));
        var reason = Reason(caller.Policy.Judge(access), "identity-based", needed.Action);
        if (reason is null && caller.EndpointPolicies.GetValueOrDefault(service) is { } endpoint)
            reason = Reason(endpoint.Judge(access), "VPC endpoint", needed.Action);
        return reason is null ? null : $"User: {caller.Arn} is not authorized to perform: {needed.Action} on resource: {needed.Resource} {reason}";
    }

    private static string? Reason(Verdict verdict, string kind, string action) => verdict switch
    {
        Verdict.Allowed => null,
        Verdict.NotAllowed => $"because no {kind} policy allows the {action} action",
        _ => $"with an explicit deny in a{(kind[0] == 'i' ? "n" : "")} {kind} policy",
    };

    private static Dictionary<string, string> ContextOf(Principal caller, Needed needed)
    {
        var owner = needed.Resource.Split(':').ElementAtOrDefault(4);
        return new(StringComparer.OrdinalIgnoreCase)
        {
            ["aws:PrincipalArn"] = caller.Arn,
            ["aws:PrincipalAccount"] = caller.Account,
            ["aws:ResourceAccount"] = string.IsNullOrEmpty(owner) ? caller.Account : owner,
            ["aws:SecureTransport"] = "true",
        };
    }

    // Callers are told apart as objects: to compare their policies for each request would cost more than to judge it.
    private sealed class ByCaller : IEqualityComparer<(Principal Caller, string Service, Needed Needed)>
    {
        public bool Equals((Principal Caller, string Service, Needed Needed) x, (Principal Caller, string Service, Needed Needed) y) =>
            ReferenceEquals(x.Caller, y.Caller) && x.Service == y.Service && x.Needed == y.Needed;

        public int GetHashCode((Principal Caller, string Service, Needed Needed) key) => HashCode.Combine(key.Service, key.Needed);
    }
}
