using Build.Aws;
using Build.Output;

namespace Build.Ecs;

/// <summary>Where a run can be looked at in a browser.</summary>
internal static class ConsoleLinks
{
    /// <summary>Shows the tasks, their logs and the dashboard.</summary>
    public static void Show(Screen screen, DeployedLoadTest place, string dashboard, AwsSession? session)
    {
        if (session is null) return;
        var region = session.Region.SystemName;
        var console = $"https://{region}.console.{(session.Region.PartitionName == "aws-cn" ? "amazonaws.cn" : "aws.amazon.com")}";
        screen.Line($"tasks:     {console}/ecs/v2/clusters/{place.Cluster}/tasks?region={region}");
        screen.Line($"logs:      {console}/cloudwatch/home?region={region}#logsV2:log-groups/log-group/{Twice(place.LogGroup)}");
        screen.Line($"dashboard: {console}/cloudwatch/home?region={region}#dashboards/dashboard/{dashboard}");
    }

    // The console decodes what follows the # once more, with $25 for %25.
    private static string Twice(string name) => Uri.EscapeDataString(Uri.EscapeDataString(name)).Replace('%', '$');
}
