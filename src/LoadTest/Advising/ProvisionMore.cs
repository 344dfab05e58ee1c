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
        var inPart = facts.Result.Operations.Where(operation => consumed(operation) > 0).Sum(UnprocessedOf);
        if (throttled + inPart == 0 || facts.Result.Attempted == 0) return null;
        // A batch that was done in part has taken some units of an operation, and nobody knows how many.
        if (inPart > 0) return AdviceFacts.Text(
            $"The table's {provisioned:N0} {direction} units were too few: {throttled:N0} requests were throttled for it, and {inPart:N0} batches came back with items unprocessed. How many are enough cannot be told from batches that were done in part.");
        // Each kind by itself: where writes alone are throttled, they are a smaller share of what was done than of what was offered.
        var perOperation = facts.Result.Operations.Sum(operation => UnitsOfOne(operation, consumed) * operation.Attempted) / facts.Result.Attempted;
        if (perOperation == 0) return null;
        var offered = facts.Points.Max(point => point.PerSecond(point.Offered));
        var needed = Math.Ceiling(offered * perOperation);
        return needed <= provisioned ? null : AdviceFacts.Text(
            $"Provision {needed:N0} {direction} units: up to {offered:N0} operations a second were offered at {perOperation:0.##} {direction} units each, the table has {provisioned:N0}, and {throttled:N0} requests were throttled for it.");
    }

    private static long UnprocessedOf(OperationResult operation) =>
        operation.ThrottledRequests.Where(throttled => throttled.Category.Name == "unprocessed-items").Sum(throttled => throttled.Count);

    private static double UnitsOfOne(OperationResult operation, Func<OperationResult, double> consumed)
    {
        var done = operation.Attempted - operation.Throttled;
        return done > 0 ? consumed(operation) / done : 0;
    }
}
