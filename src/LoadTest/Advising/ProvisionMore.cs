namespace LoadTest.Advising;

/// <summary>How much capacity the offered load needs, where the table's own was too little.</summary>
internal static class ProvisionMore
{
    public static string? Of(AdviceFacts facts)
    {
        if (facts.Table is not { IsProvisioned: true } table || facts.Points.Count == 0) return null;
        string[] needs =
        [
            .. new[]
            {
                Need(facts, "write", table.WriteUnits, facts.Result.Operations.Sum(operation => operation.WriteUnits + operation.Units.UnreportedWrite)),
                Need(facts, "read", table.ReadUnits, facts.Result.Operations.Sum(operation => operation.ReadUnits)),
            }.OfType<string>(),
        ];
        return needs.Length == 0 ? null : string.Join(" ", needs);
    }

    private static string? Need(AdviceFacts facts, string direction, long provisioned, double consumed)
    {
        var throttled = facts.ThrottledFor($"-{direction}-provisioned");
        var done = facts.Result.Attempted - facts.Result.Operations.Sum(operation => operation.Throttled);
        if (throttled == 0 || done <= 0) return null;
        var perOperation = consumed / done;
        var offered = facts.Points.Max(point => point.PerSecond(point.Offered));
        var needed = Math.Ceiling(offered * perOperation);
        return needed <= provisioned ? null : AdviceFacts.Text(
            $"Provision {needed:N0} {direction} units: up to {offered:N0} operations a second were offered at {perOperation:0.##} {direction} units each, the table has {provisioned:N0}, and {throttled:N0} requests were throttled for it.");
    }
}
