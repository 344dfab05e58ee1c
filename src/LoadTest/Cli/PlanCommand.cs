using System.Globalization;
using LoadTest.Configuration;
using LoadTest.Configuration.Options;
using LoadTest.Configuration.Problems;
using LoadTest.Configuration.Values;
using LoadTest.Costs;
using LoadTest.Planning;

namespace LoadTest.Cli;

/// <summary><c>plan</c>: shows what a run would do and what it would cost; ends as the run would where the cost is above the limit. Makes no call at all.</summary>
internal static class PlanCommand
{
    public static async Task<ExitCode> ExecuteAsync(Settings settings, TimeProvider time)
    {
        var endpoint = settings.TryGet(ConnectionOptions.EndpointUrl, out var given) ? given : null;
        var isFree = endpoint is null ? settings.IsLocal : endpoint.IsLoopback;
        var plan = PlanFiles.Read(PlanBuilder.Build(settings, time.GetUtcNow(), isFree), settings);
        var estimate = CostEstimate.Of(plan.Costs, plan.Prices);
        foreach (var (name, value) in Lines(settings, plan, estimate, endpoint))
        {
            await Console.Out.WriteLineAsync($"{name,-14}{value}");
        }

        CostGuard.Check(estimate, plan.MaxCost);
        return ExitCode.Passed;
    }

    private static IEnumerable<(string Name, string Value)> Lines(Settings settings, RunPlan plan, CostEstimate estimate, Uri? endpoint)
    {
        yield return ("load", $"{plan.Description} ({settings.Load.Origin})");
        if (settings.Get(EcsOptions.Tasks) is > 1 and var tasks && !settings.IsLocal) yield return ("tasks", LoadDescription.Share(plan.Load.Load, tasks));
        yield return ("operations", Text($"{plan.Costs.Operations:N0}{(plan.Load.WarmUp > TimeSpan.Zero ? ", warm-up included" : "")}: {plan.Mix}"));
        yield return ("items", Text($"{plan.ItemSize:N0} bytes each, seed {plan.Seed}, {plan.DuplicatePercentage:0.###} % duplicates, {plan.PreloadItems:N0} preloaded"));
        yield return ("environment", settings.Environment);
        yield return ("table", $"{plan.Table.Name}{(plan.Table.MayCreate ? ", created when it is missing" : "")}");
        yield return ("target", endpoint?.ToString() ?? (settings.IsLocal ? "an embedded server, started for the run" : "DynamoDB in AWS"));
        yield return ("afterwards", $"{plan.Verify switch { Verification.All => "all items are read back", Verification.Sample => "a sample is read back", _ => "nothing is read back" }}; {(plan.CleansUp ? "the run's items, or a table that it created, are removed" : "everything is left in place")}");
        yield return ("ends after", $"{LoadDescription.Duration(plan.Load.MaxDuration)} at the latest");
        yield return ("cost", Cost(plan, estimate));
    }

    private static string Cost(RunPlan plan, CostEstimate estimate) => plan.Costs.IsFree
        ? "nothing: the server is on this machine"
        : Text($"about {estimate.Dollars:N2} USD on an on-demand table ({estimate.WriteUnits:N0} write and {estimate.ReadUnits:N0} read units; prices of {plan.Prices.Name}); refused above {plan.MaxCost:N2} USD");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
