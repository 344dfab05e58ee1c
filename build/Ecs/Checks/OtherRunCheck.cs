using Amazon.ECS;
using Amazon.ECS.Model;
using Build.Errors;
using LoadTest.Configuration.Problems;

namespace Build.Ecs.Checks;

/// <summary>Whether another run is under way: two on one table measure each other.</summary>
internal sealed class OtherRunCheck(EcsAccess aws)
{
    /// <summary>Looks at the running tasks of the family.</summary>
    public async Task<Problem?> CheckAsync(DeployedLoadTest place, RunOrder order, CancellationToken cancel)
    {
        var request = new ListTasksRequest { Cluster = place.Cluster, Family = place.Family, DesiredStatus = DesiredStatus.RUNNING };
        var listed = await AwsFailures.ExplainAsync($"list the tasks of cluster {place.Cluster}", aws.Session, () => aws.Ecs.ListTasksAsync(request, cancel));
        if (listed.TaskArns is not { Count: > 0 } arns) return null;
        var details = new DescribeTasksRequest { Cluster = place.Cluster, Tasks = arns };
        var described = await AwsFailures.ExplainAsync("look at the tasks", aws.Session, () => aws.Ecs.DescribeTasksAsync(details, cancel));
        var others = (described.Tasks ?? []).Select(task => task.StartedBy ?? "").Distinct().Where(name => name != TaskName.StartedBy(order.RunId)).ToList();
        if (others.Count == 0) return null;
        var names = string.Join(", ", others.Select(name => name.Length == 0 ? "one that was started by hand" : name));
        return new Problem(
            ErrorCodes.RunInProgress, $"another run uses the table of environment {place.Environment}: {names}", null,
            $"wait for its end, or stop it with: ./build.sh --target=Stop --environment={place.Environment} --run={others[0]}");
    }
}
