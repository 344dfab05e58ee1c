using System.Globalization;
using System.Text.Json.Nodes;

namespace StandIns.Ecs;

/// <summary>A task definition as it stands on the wire, with one container.</summary>
/// <param name="json">What DescribeTaskDefinition answers.</param>
public sealed class TaskDefinition(JsonObject json)
{
    /// <summary>A definition like that of the load test's template.</summary>
    /// <param name="arn">Its ARN: <c>arn:aws:ecs:REGION:ACCOUNT:task-definition/FAMILY:REVISION</c>.</param>
    /// <param name="image">The image.</param>
    /// <param name="logGroup">Where its output goes.</param>
    /// <param name="variables">The container's variables.</param>
    public static TaskDefinition Of(string arn, string image, string logGroup, IReadOnlyDictionary<string, string> variables)
    {
        ArgumentNullException.ThrowIfNull(arn);
        var name = arn[(arn.IndexOf('/', StringComparison.Ordinal) + 1)..].Split(':');
        return new(new JsonObject
        {
            ["taskDefinitionArn"] = arn,
            ["family"] = name[0],
            ["revision"] = int.Parse(name[1], CultureInfo.InvariantCulture),
            ["status"] = "ACTIVE",
            ["cpu"] = "256",
            ["memory"] = "512",
            ["networkMode"] = "awsvpc",
            ["requiresCompatibilities"] = new JsonArray("FARGATE"),
            ["containerDefinitions"] = new JsonArray(new JsonObject
            {
                ["name"] = "load-test",
                ["image"] = image,
                ["essential"] = true,
                ["environment"] = new JsonArray([.. variables.Select(pair => new JsonObject { ["name"] = pair.Key, ["value"] = pair.Value })]),
                ["logConfiguration"] = new JsonObject
                {
                    ["logDriver"] = "awslogs",
                    ["options"] = new JsonObject { ["awslogs-group"] = logGroup, ["awslogs-stream-prefix"] = "load-test" },
                },
            }),
        });
    }

    /// <summary>The whole definition.</summary>
    public JsonObject Json => json.DeepClone().AsObject();

    /// <summary>Its ARN.</summary>
    public string Arn => (string)json["taskDefinitionArn"]!;

    /// <summary>Its name without the revision.</summary>
    public string Family => (string)json["family"]!;

    /// <summary>In MiB.</summary>
    public int Memory => int.Parse((string)json["memory"]!, CultureInfo.InvariantCulture);

    /// <summary>The container's name.</summary>
    public string Container => (string)Only["name"]!;

    /// <summary>The container's image.</summary>
    public string Image => (string)Only["image"]!;

    /// <summary>The command of the definition itself.</summary>
    public IReadOnlyList<string> Command => [.. (Only["command"] as JsonArray ?? []).Select(word => (string)word!)];

    /// <summary>The container's variables.</summary>
    public IReadOnlyDictionary<string, string> Variables => Pairs(Only["environment"]);

    /// <summary>Between SIGTERM and SIGKILL; null where nothing is said.</summary>
    public TimeSpan? StopTimeout => Only["stopTimeout"] is { } seconds ? TimeSpan.FromSeconds(seconds.GetValue<int>()) : null;

    /// <summary>Where its output goes; null where nowhere.</summary>
    public string? LogGroup => (string?)Only["logConfiguration"]?["options"]?["awslogs-group"];

    /// <summary>The stream of a task.</summary>
    public string LogStream(string taskId) => $"{(string?)Only["logConfiguration"]?["options"]?["awslogs-stream-prefix"]}/{Container}/{taskId}";

    private JsonObject Only => json["containerDefinitions"]![0]!.AsObject();

    /// <summary>A list of names and values.</summary>
    internal static Dictionary<string, string> Pairs(JsonNode? list) =>
        (list as JsonArray ?? []).ToDictionary(pair => (string)pair!["name"]!, pair => (string?)pair!["value"] ?? "");
}
