using System.Globalization;
using System.Text.Json.Nodes;
using StandIns.Logs;
using StandIns.Wire;

namespace StandIns.Ecs;

/// <summary>
/// ECS as its clients see it, for one cluster: tasks that it is asked to run really run, go through the states of the real service, and can
/// read who they are from the metadata endpoint. Disposing ends every task.
/// </summary>
/// <param name="clusterArn">The cluster: <c>arn:aws:ecs:REGION:ACCOUNT:cluster/NAME</c>.</param>
/// <param name="starter">Makes tasks run.</param>
/// <param name="logs">Takes what they write.</param>
/// <param name="pace">How fast things go.</param>
/// <param name="time">For time stamps and waits.</param>
public sealed class EcsService(string clusterArn, ITaskStarter starter, LogStore logs, EcsPace pace, TimeProvider time) : IAsyncDisposable
{
    private const int MostInARow = 10;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, TaskDefinition> _definitions = [];
    private readonly List<EcsTask> _tasks = [];
    private readonly List<Task> _lives = [];
    private readonly Dictionary<string, JsonObject> _answers = [];
    private WireServer? _server;

    /// <summary>What goes wrong.</summary>
    public EcsFaults Faults { get; } = new();

    /// <summary>The ids of all tasks, in the order of launching.</summary>
    public IReadOnlyList<string> TaskIds => [.. Snapshot().Select(task => task.Order.Start.TaskId)];

    /// <summary>How many tasks have not stopped.</summary>
    public int Alive => Snapshot().Count(task => !task.IsStopped);

    /// <summary>How many tasks can still do something: they run, or will, and nobody has told them to stop.</summary>
    public int LeftAlone => Snapshot().Count(task => !task.IsStopped && !task.WasStopped);

    /// <summary>Makes a task definition known, by its ARN and by its family.</summary>
    public void Given(TaskDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        lock (_gate) _definitions[definition.Arn] = _definitions[definition.Family] = definition;
    }

    /// <summary>Answers on this server from now on; the metadata endpoint is there too.</summary>
    public void ServeOn(WireServer server)
    {
        ArgumentNullException.ThrowIfNull(server);
        _server = server;
        server.Serve("ecs", ["RunTask", "DescribeTasks", "ListTasks", "StopTask", "DescribeTaskDefinition"], Answer);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var task in Snapshot()) await task.EndAsync();
        await Task.WhenAll(_lives);
    }

    private JsonObject Answer(string action, JsonObject request)
    {
        if (action == "DescribeTaskDefinition") return new JsonObject { ["taskDefinition"] = Definition(request).Json };
        CheckCluster(request);
        return action switch
        {
            "RunTask" => RunTask(request),
            "DescribeTasks" => DescribeTasks(request),
            "ListTasks" => ListTasks(request),
            _ => StopTask(request),
        };
    }

    private JsonObject RunTask(JsonObject request)
    {
        var count = request["count"]?.GetValue<int>() ?? 1;
        if (count is < 1 or > MostInARow) throw new RefusedException("InvalidParameterException", "Invalid count: it must be between 1 and 10.");
        if (request["networkConfiguration"] is null) throw new RefusedException("InvalidParameterException", "Network Configuration must be provided when networkMode 'awsvpc' is specified.");
        lock (_gate)
        {
            if (Faults.ThrottledLaunches > 0)
            {
                Faults.ThrottledLaunches--;
                throw new RefusedException("ThrottlingException", "Rate exceeded");
            }

            // The same token is the same wish: what it started is told again, and nothing is started.
            var token = (string?)request["clientToken"] ?? Guid.NewGuid().ToString();
            if (_answers.TryGetValue(token, out var earlier)) return earlier.DeepClone().AsObject();
            var answer = Launch(request, count);
            _answers[token] = answer.DeepClone().AsObject();
            if (Faults.LostAnswers-- > 0) throw new RefusedException("ServerException", "Service Unavailable. Please try again later.", 500);
            return answer;
        }
    }

    private JsonObject Launch(JsonObject request, int count)
    {
        var (tasks, failures) = (new JsonArray(), new JsonArray());
        for (var i = 0; i < count; i++)
        {
            if (_tasks.Count >= Faults.Room || Faults.FailedPlacements-- > 0)
            {
                failures.Add(new JsonObject { ["reason"] = Faults.PlacementReason });
                continue;
            }

            var task = new EcsTask(Order(request), starter, logs, pace, time);
            var ordinal = _tasks.Count;
            _tasks.Add(task);
            _lives.Add(task.LiveAsync(Faults.Of(ordinal), Faults.LateBy(ordinal)));
            tasks.Add(task.Describe());
        }

        return new JsonObject { ["tasks"] = tasks, ["failures"] = failures };
    }

    private TaskOrder Order(JsonObject request)
    {
        var definition = Definition(request);
        var id = Guid.NewGuid().ToString("n", CultureInfo.InvariantCulture);
        var arn = clusterArn.Replace(":cluster/", ":task/", StringComparison.Ordinal) + "/" + id;
        var container = request["overrides"]?["containerOverrides"]?.AsArray().FirstOrDefault(one => (string?)one!["name"] == definition.Container);
        var variables = new Dictionary<string, string>(definition.Variables);
        foreach (var (name, value) in TaskDefinition.Pairs(container?["environment"])) variables[name] = value;
        variables["ECS_CONTAINER_METADATA_URI_V4"] = TaskMetadata.Serve(_server!, arn, clusterArn, definition);
        var command = container?["command"] is JsonArray words ? [.. words.Select(word => (string)word!)] : definition.Command;
        var spot = request["capacityProviderStrategy"]?.AsArray().Any(one => (string?)one!["capacityProvider"] == "FARGATE_SPOT") == true;
        return new TaskOrder(
            arn, clusterArn, definition, new ContainerStart(id, definition.Image, command, variables, definition.Memory),
            (string?)request["startedBy"] ?? "", request["overrides"]?.DeepClone(), spot);
    }

    private JsonObject DescribeTasks(JsonObject request)
    {
        if (Faults.ThrottledDescriptions > 0)
        {
            Faults.ThrottledDescriptions--;
            throw new RefusedException("ThrottlingException", "Rate exceeded");
        }

        var (tasks, failures) = (new JsonArray(), new JsonArray());
        foreach (var arn in request["tasks"]!.AsArray().Select(name => (string)name!))
        {
            if (Find(arn) is { } task && task.Age >= Faults.InvisibleFor) tasks.Add(task.Describe());
            else failures.Add(new JsonObject { ["arn"] = arn, ["reason"] = "MISSING" });
        }

        return new JsonObject { ["tasks"] = tasks, ["failures"] = failures };
    }

    private JsonObject ListTasks(JsonObject request)
    {
        var (by, family, desired) = ((string?)request["startedBy"], (string?)request["family"], (string?)request["desiredStatus"] ?? "RUNNING");
        var found = Snapshot().Where(task =>
            !task.IsForgotten && task.WasStopped == (desired == "STOPPED") && (by is null || by == task.Order.StartedBy)
            && (family is null || family == task.Order.Definition.Family)).Select(task => task.Order.Arn).ToList();
        var page = request["maxResults"]?.GetValue<int>() ?? 100;
        var from = int.Parse((string?)request["nextToken"] ?? "0", CultureInfo.InvariantCulture);
        var answer = new JsonObject { ["taskArns"] = new JsonArray([.. found.Skip(from).Take(page).Select(arn => JsonValue.Create(arn))]) };
        if (from + page < found.Count) answer["nextToken"] = (from + page).ToString(CultureInfo.InvariantCulture);
        return answer;
    }

    private JsonObject StopTask(JsonObject request)
    {
        var task = Find((string?)request["task"] ?? "") ?? throw new RefusedException("InvalidParameterException", "The referenced task was not found.");
        task.Stop("UserInitiated", (string?)request["reason"] ?? "Task stopped by user");
        return new JsonObject { ["task"] = task.Describe() };
    }

    private void CheckCluster(JsonObject request)
    {
        var name = (string?)request["cluster"] ?? "default";
        if (name != clusterArn && name != clusterArn[(clusterArn.IndexOf('/', StringComparison.Ordinal) + 1)..]) throw new RefusedException("ClusterNotFoundException", "Cluster not found.");
    }

    private TaskDefinition Definition(JsonObject request)
    {
        lock (_gate)
        {
            return _definitions.GetValueOrDefault((string?)request["taskDefinition"] ?? "")
                ?? throw new RefusedException("ClientException", "Unable to describe task definition.");
        }
    }

    private EcsTask? Find(string name) =>
        Snapshot().FirstOrDefault(task => !task.IsForgotten && (task.Order.Arn == name || task.Order.Start.TaskId == name));

    private List<EcsTask> Snapshot()
    {
        lock (_gate) return [.. _tasks];
    }
}
