using LoadTest.Configuration.Options;
using LoadTest.Configuration.Problems;
using LoadTest.Configuration.Sources;

namespace LoadTest.Configuration.Validation;

/// <summary>
/// The load model: the highest source that names one decides. Rate and Stages name the open one; ConcurrencyLimit, TotalItems and
/// MaxConcurrencyPercentage the closed one; Duration fits both.
/// </summary>
internal static class LoadModelRule
{
    private static readonly Option[] Open = [LoadOptions.Rate, LoadOptions.Stages];
    private static readonly Option[] Closed = [LoadOptions.ConcurrencyLimit, LoadOptions.TotalItems, LoadOptions.MaxConcurrencyPercentage];

    public static LoadSettings Decide(Settings settings)
    {
        var open = Highest(settings, Open);
        var closed = Highest(settings, Closed);
        if (settings.Rank(open) > settings.Rank(closed)) return DecideOpen(settings, open);
        var duration = GivenDuration(settings);
        var (time, items) = (settings.Rank(LoadOptions.Duration), settings.Rank(LoadOptions.TotalItems));
        return new LoadSettings(LoadModel.Closed, settings.Origin(closed))
        {
            Duration = time >= items ? duration : null,
            TotalItems = duration is null || items >= time ? settings.Get(LoadOptions.TotalItems) : null,
        };
    }

    public static IEnumerable<Problem> Check(Settings settings)
    {
        var decisive = (SourceRank)Math.Max((int)settings.Rank(Highest(settings, Open)), (int)settings.Rank(Highest(settings, Closed)));
        if (decisive == SourceRank.Default) yield break;
        var open = Open.Where(option => settings.Rank(option) == decisive).ToList();
        var closed = Closed.Where(option => settings.Rank(option) == decisive).ToList();
        if (open.Count > 0 && closed.Count > 0)
        {
            yield return Contradiction(
                settings, open[0], closed[0],
                $"keep {open[0]} for a rate whatever the answers do, or {closed[0]} for a number in flight");
        }

        if (open.Count > 1) yield return Contradiction(settings, open[0], open[1], $"keep {open[0]} or {open[1]}");
        var stages = settings.Rank(LoadOptions.Stages);
        if (stages == decisive && settings.Rank(LoadOptions.Duration) == stages)
            yield return Contradiction(settings, LoadOptions.Stages, LoadOptions.Duration, "remove Duration: the stages say how long they last");
        if (settings.Load is { Rate: not null, Duration: null } && !settings.IsRefused(LoadOptions.Duration))
        {
            yield return new Problem(
                ErrorCodes.MissingValue, "Rate needs a Duration, and none is given", settings.Origin(LoadOptions.Rate),
                "say how long: --duration=1m");
        }
    }

    private static LoadSettings DecideOpen(Settings settings, Option decisive)
    {
        var load = new LoadSettings(LoadModel.Open, settings.Origin(decisive));
        var duration = GivenDuration(settings);
        if (decisive == LoadOptions.Rate) return load with { Rate = settings.Get(LoadOptions.Rate), Duration = duration };
        var stages = settings.Get(LoadOptions.Stages);
        var cuts = duration < stages.Duration && settings.Rank(LoadOptions.Duration) > settings.Rank(LoadOptions.Stages);
        return load with { Stages = stages, Duration = cuts ? duration : stages.Duration };
    }

    private static TimeSpan? GivenDuration(Settings settings) => settings.TryGet(LoadOptions.Duration, out var duration) ? duration : null;

    private static Option Highest(Settings settings, Option[] options) => options.MaxBy(settings.Rank)!;

    private static Problem Contradiction(Settings settings, Option one, Option other, string fix) =>
        new(ErrorCodes.Contradiction, $"{one} and {other} exclude each other", $"{settings.Origin(one)} and {settings.Origin(other)}", fix);
}
