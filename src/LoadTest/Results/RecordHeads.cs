using LoadTest.Configuration;
using LoadTest.Configuration.Options;
using LoadTest.Costs;
using LoadTest.DynamoDb;
using LoadTest.Engine.Planning;
using LoadTest.Engine.Records;
using LoadTest.Engine.Reporting;
using LoadTest.Engine.Scheduling;
using LoadTest.Planning;

namespace LoadTest.Results;

/// <summary>Gathers what a run's record says before the load.</summary>
public static class RecordHeads
{
    private static readonly OptionGroup[] ReportedGroups =
    [
        OptionGroup.Application, OptionGroup.Load, OptionGroup.Data, OptionGroup.Safety, OptionGroup.Thresholds, OptionGroup.Table, OptionGroup.Connection, OptionGroup.LocalServer,
    ];

    /// <summary>Makes the head.</summary>
    /// <param name="plan">What is to be done.</param>
    /// <param name="settings">Where it came from.</param>
    /// <param name="connection">Where it is done.</param>
    public static RecordHead Of(RunPlan plan, Settings settings, Connection connection)
    {
        var (total, duration, schedule) = plan.Load.Load switch
        {
            Load.Open open => (new ArrivalSchedule(open.Stages).Total, open.Duration, open.Duration),
            Load.Closed closed => (closed.TotalOperations, closed.Duration, null),
            _ => ((long?)null, (TimeSpan?)null, (TimeSpan?)null),
        };
        return new RecordHead
        {
            RunId = plan.RunId,
            StartedAt = plan.StartedAt,
            Version = ProgramVersion.Text,
            Environment = settings.Environment,
            Table = plan.Table.Name,
            Target = connection.Place,
            Seed = plan.Seed,
            Load = plan.Description,
            Interval = plan.Load.Interval,
            Share = plan.Load.Share,
            TotalOperations = total is { } count ? plan.Load.Share.OwnCount(count) : null,
            PlannedDuration = duration,
            ScheduleLength = schedule,
            Costs = CostsOf(plan),
            Settings = [.. Reported(settings)],
        };
    }

    private static CostTerms CostsOf(RunPlan plan)
    {
        var whole = CostEstimate.Of(plan.Costs, plan.Prices);
        var load = CostEstimate.Of(plan.Costs with { Operations = plan.Costs.Operations - plan.Costs.WarmUpOperations, PreloadItems = 0, ReadsBack = false, DeletesItems = false }, plan.Prices);
        return new CostTerms
        {
            IsFree = plan.Costs.IsFree,
            EstimatedDollars = whole.Dollars,
            Prices = plan.Prices.Name,
            MillionWriteUnits = plan.Prices.MillionWriteUnits,
            MillionReadUnits = plan.Prices.MillionReadUnits,
            WriteUnitHour = plan.Prices.WriteUnitHour,
            ReadUnitHour = plan.Prices.ReadUnitHour,
            OtherWriteUnits = whole.WriteUnits - load.WriteUnits,
            OtherReadUnits = whole.ReadUnits - load.ReadUnits,
        };
    }

    private static IEnumerable<ReportedSetting> Reported(Settings settings) =>
        from option in settings.Table.All
        where option.Scope.HasFlag(OptionScope.Program) && ReportedGroups.Contains(option.Group)
        where option.Group != OptionGroup.LocalServer || settings.IsGiven(option)
        let value = settings.Text(option)
        where !string.IsNullOrEmpty(value)
        select new ReportedSetting(option.Name, value, settings.Origin(option));
}
