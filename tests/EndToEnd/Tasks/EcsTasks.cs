using System.Text.Json.Nodes;
using EndToEnd.Aws;
using Microsoft.AspNetCore.Http;
using StandIns.Authorization;
using StandIns.Authorization.Identities;
using StandIns.Authorization.Requests;
using StandIns.Ecs;
using StandIns.Logs;
using StandIns.Wire;
using TestSupport.Moto;

namespace EndToEnd.Tasks;

/// <summary>ECS: tasks really run, by the stand-in of ECS; clusters and task definitions are moto's, where CloudFormation made them.</summary>
internal sealed class EcsTasks(IBackend moto, MotoClient definitions) : IBackend, IAsyncDisposable
{
    private static readonly string[] OfTasks = ["RunTask", "DescribeTasks", "ListTasks", "StopTask"];

    private readonly WireServer _server = new();
    private ForwardingBackend? _toTasks;
    private EcsService? _service;

    /// <summary>The stand-in of ECS.</summary>
    public EcsService Service => _service ?? throw new InvalidOperationException("Nothing starts containers yet.");

    /// <summary>From now on tasks run in the cluster of this name.</summary>
    public void Start(string cluster, ITaskStarter starter)
    {
        _service = new EcsService(
            $"arn:aws:ecs:{Names.Region}:{Names.Account}:cluster/{cluster}", starter, new LogStore(TimeProvider.System), new EcsPace(), TimeProvider.System);
        _service.ServeOn(_server);
        _toTasks = new ForwardingBackend(new Uri(_server.Url)) { KeepsHost = false };
    }

    /// <summary>Starts one task by hand, and gives its ARN.</summary>
    /// <param name="definition">The family of its definition.</param>
    /// <param name="command">The program's arguments.</param>
    public async Task<string> RunAsync(string definition, string command)
    {
        await LearnAsync(definition);
        var answer = await AskAsync("RunTask", new JsonObject
        {
            ["cluster"] = definition,
            ["taskDefinition"] = definition,
            ["networkConfiguration"] = new JsonObject(),
            ["overrides"] = new JsonObject
            {
                ["containerOverrides"] = new JsonArray(new JsonObject
                {
                    ["name"] = "load-test",
                    ["command"] = new JsonArray([.. command.Split(' ')]),
                }),
            },
        });
        return (string)answer["tasks"]![0]!["taskArn"]!;
    }

    /// <summary>Stops a task, and does not wait.</summary>
    public Task StopAsync(string cluster, string arn) => AskAsync("StopTask", new JsonObject { ["cluster"] = cluster, ["task"] = arn });

    /// <summary>Waits until a task's container runs, or ran.</summary>
    public Task StartedAsync(string cluster, string arn) => UntilAsync(cluster, arn, status => status is not ("PROVISIONING" or "PENDING"));

    /// <summary>Waits for a task's end, and describes it.</summary>
    public Task<JsonObject> EndAsync(string cluster, string arn) => UntilAsync(cluster, arn, status => status == "STOPPED");

    public async Task AnswerAsync(ServiceRequest request, Principal caller, HttpResponse response, CancellationToken cancel)
    {
        if (request.Operation == "RunTask") await LearnAsync(request.Json.GetProperty("taskDefinition").GetString()!);
        await (OfTasks.Contains(request.Operation) ? _toTasks! : moto).AnswerAsync(request, caller, response, cancel);
    }

    public async ValueTask DisposeAsync()
    {
        if (_service is not null) await _service.DisposeAsync();
        _toTasks?.Dispose();
        await _server.DisposeAsync();
    }

    private async Task<JsonObject> UntilAsync(string cluster, string arn, Func<string, bool> isSo)
    {
        while (true)
        {
            var answer = await AskAsync("DescribeTasks", new JsonObject { ["cluster"] = cluster, ["tasks"] = new JsonArray(arn) });
            var task = answer["tasks"]![0]!.AsObject();
            if (isSo((string)task["lastStatus"]!)) return task;
            await Task.Delay(100);
        }
    }

    private async Task<JsonObject> AskAsync(string operation, JsonObject request)
    {
        using var client = new MotoClient(new Uri(_server.Url), Names.Region);
        return JsonNode.Parse(await client.JsonAsync("ecs", $"AmazonEC2ContainerServiceV20141113.{operation}", request.ToJsonString()))!.AsObject();
    }

    // A definition that is not there is the stand-in's to complain about.
    private async Task LearnAsync(string name)
    {
        try
        {
            var answer = await definitions.JsonAsync(
                "ecs", "AmazonEC2ContainerServiceV20141113.DescribeTaskDefinition", new JsonObject { ["taskDefinition"] = name }.ToJsonString());
            Service.Given(new TaskDefinition(JsonNode.Parse(answer)!["taskDefinition"]!.AsObject()));
        }
        catch (InvalidOperationException)
        {
            // Refused.
        }
    }
}
