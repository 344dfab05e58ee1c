using Build.Ecs.Checks;
using Build.Ecs.Collecting;
using Build.Ecs.Known;
using Microsoft.Extensions.DependencyInjection;

namespace Build.Ecs;

/// <summary>The services of runs in ECS.</summary>
internal static class EcsServices
{
    /// <summary>Registers them.</summary>
    public static IServiceCollection AddEcs(this IServiceCollection services) => services
        .AddSingleton<DeployedPlace>()
        .AddSingleton<PlanCheck>()
        .AddSingleton<RunChecks>()
        .AddSingleton<RunReport>()
        .AddSingleton<EcsRun>()
        .AddSingleton<LoadTestStart>()
        .AddSingleton<KnownRuns>()
        .AddSingleton<RunList>()
        .AddSingleton<RunStop>()
        .AddSingleton<RunReview>();
}
