using System.Globalization;
using Amazon.CloudFormation.Model;

namespace Build.Stacks.Following;

/// <summary>
/// The events of one operation as lines, each with the time and the durations of the server's clock. Used by one follower at a time.
/// </summary>
/// <param name="part">What the stack is called in the lines.</param>
internal sealed class EventLines(string part)
{
    private readonly Dictionary<string, DateTime> _begun = [];

    /// <summary>What is in progress, with the time since which it is.</summary>
    public IEnumerable<string> Waiting => _begun.OrderBy(begun => begun.Value).Select(begun => begun.Key);

    /// <summary>The line of an event; null for one that says nothing new.</summary>
    public string? Of(StackEvent happened)
    {
        var status = happened.ResourceStatus.Value;
        var (name, at) = (happened.LogicalResourceId, happened.Timestamp ?? DateTime.UnixEpoch);
        if (!status.EndsWith("_IN_PROGRESS", StringComparison.Ordinal)) return Ended(happened, name, at);
        if (StackOperation.IsOfStack(happened)) return Line(at, status, name, Reason(happened));
        return _begun.TryAdd(name, at) ? Line(at, status, $"{name} ({happened.ResourceType})", "") : null;
    }

    private string Ended(StackEvent happened, string name, DateTime at)
    {
        var took = _begun.Remove(name, out var begun) ? $", {Durations.Text(at - begun)}" : "";
        var isFailure = happened.ResourceStatus.Value.EndsWith("_FAILED", StringComparison.Ordinal);
        return Line(at, happened.ResourceStatus.Value, name + took, isFailure || StackOperation.IsOfStack(happened) ? Reason(happened) : "");
    }

    private static string Reason(StackEvent happened) =>
        happened.ResourceStatusReason is { Length: > 0 } reason && reason != "User Initiated" ? $": {reason}" : "";

    private string Line(DateTime at, string status, string what, string reason) =>
        string.Create(CultureInfo.InvariantCulture, $"  {part,-10} {at:HH:mm:ss}Z  {status,-19} {what}{reason}");
}
