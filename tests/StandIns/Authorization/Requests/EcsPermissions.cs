using System.Text.Json;

namespace StandIns.Authorization.Requests;

/// <summary>ECS: a task definition to run, and the tags that its tasks take from it; a task to see or to stop. Names and ARNs both do.</summary>
internal static class EcsPermissions
{
    public static IEnumerable<Needed> Of(ServiceRequest request, Func<string, string> arn)
    {
        var (action, body) = ("ecs:" + request.Operation, request.Json);
        string Cluster() => body.TryGetProperty("cluster", out var cluster) ? cluster.GetString()!.Split('/')[^1] : "default";
        string Task(JsonElement task) => Named(task, name => arn($"task/{Cluster()}/{name}"));
        return request.Operation switch
        {
            "RunTask" => [
                new(action, Named(body.GetProperty("taskDefinition"), name => arn("task-definition/" + name))),
                .. body.TryGetProperty("propagateTags", out _) ? [new Needed("ecs:TagResource", arn($"task/{Cluster()}/*"))] : Array.Empty<Needed>()],
            "DescribeTasks" => body.GetProperty("tasks").EnumerateArray().Select(task => new Needed(action, Task(task))),
            "StopTask" => [new(action, Task(body.GetProperty("task")))],
            _ => [new(action, Needed.AnyResource)],
        };
    }

    private static string Named(JsonElement name, Func<string, string> arn) => name.GetString()! is var text && text.StartsWith("arn:", StringComparison.Ordinal) ? text : arn(text);
}
