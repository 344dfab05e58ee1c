using LoadTest.Engine.Reporting;

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
                Need(facts, "write", table.WriteUnits, operation => operation.WriteUnits + operation.Units.UnreportedWrite),
                Need(facts, "read", table.ReadUnits, operation => operation.ReadUnits),
            }.OfType<string>(),
        ];
        return needs.Length == 0 ? null : string.Join(" ", needs);
    }

    private static string? Need(AdviceFacts facts, string direction, long provisioned, Func<OperationResult, double> consumed)
    {
        var throttled = facts.ThrottledFor($"-{direction}-provisioned");
        if (throttled == 0 || facts.Result.Attempted == 0) return null;
        // Each kind by itself: where writes alone are throttled, they are a smaller share of what was done than of what was offered.
        var perOperation = facts.Result.Operations.Sum(operation => UnitsOfOne(operation, consumed) * operation.Attempted) / facts.Result.Attempted;
        if (perOperation == 0) return null;
        var offered = facts.Points.Max(point => point.PerSecond(point.Offered));
        var needed = Math.Ceiling(offered * perOperation);
        return needed <= provisioned ? null : AdviceFacts.Text(
            $"Provision {needed:N0} {direction} units: up to {offered:N0} operations a second were offered at {perOperation:0.##} {direction} units each, the table has {provisioned:N0}, and {throttled:N0} requests were throttled for it.");
    }

    private static double UnitsOfOne(OperationResult operation, Func<OperationResult, double> consumed)
    {
        var done = operation.Attempted - operation.Throttled;
        return done > 0 ? consumed(operation) / done : 0;
    }
}
