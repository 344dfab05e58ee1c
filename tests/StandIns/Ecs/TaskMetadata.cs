using System.Text.Json.Nodes;
using StandIns.Wire;

namespace StandIns.Ecs;

/// <summary>The endpoint that tells a task who it is.</summary>
internal static class TaskMetadata
{
    /// <summary>Lets the server answer for a task; gives the address of the container's own metadata.</summary>
    public static string Serve(WireServer server, string arn, string clusterArn, TaskDefinition definition)
    {
        var path = "/v4/" + arn[(arn.LastIndexOf('/') + 1)..];
        var container = new JsonObject { ["Name"] = definition.Container, ["Image"] = definition.Image };
        var task = new JsonObject
        {
            ["Cluster"] = clusterArn,
            ["TaskARN"] = arn,
            ["Family"] = definition.Family,
            ["Revision"] = definition.Arn[(definition.Arn.LastIndexOf(':') + 1)..],
            ["DesiredStatus"] = "RUNNING",
            ["KnownStatus"] = "RUNNING",
            ["LaunchType"] = "FARGATE",
            ["Containers"] = new JsonArray(container.DeepClone()),
        };
        server.Given("", "GET " + path, new WireAnswer(200, "application/json", container.ToJsonString()));
        server.Given("", $"GET {path}/task", new WireAnswer(200, "application/json", task.ToJsonString()));
        return server.Url + path;
    }
}
