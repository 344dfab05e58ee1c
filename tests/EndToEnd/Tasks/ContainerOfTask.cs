using System.Globalization;
using System.Text.Json.Nodes;
using StandIns.Ecs;

namespace EndToEnd.Tasks;

/// <summary>A task definition's container in the words of Docker.</summary>
internal static class ContainerOfTask
{
    private const long MiB = 1024 * 1024;
    private const double UnitsOfCpu = 1024;
    private const double Nanos = 1e9;

    /// <summary>What Docker is asked to run.</summary>
    /// <param name="start">The task.</param>
    /// <param name="variables">The whole environment.</param>
    /// <param name="declaredVolumes">The paths that the image declares as volumes.</param>
    /// <param name="logKeys">The path at which the log driver finds its keys.</param>
    public static JsonObject Of(
        ContainerStart start, IEnumerable<KeyValuePair<string, string>> variables, IReadOnlySet<string> declaredVolumes, string logKeys)
    {
        var definition = start.Definition.Json;
        var container = definition["containerDefinitions"]![0]!.AsObject();
        var memory = start.MemoryMiB * MiB;
        var host = new JsonObject
        {
            ["NetworkMode"] = "host",
            ["ReadonlyRootfs"] = container["readonlyRootFilesystem"]?.DeepClone(),
            ["CapDrop"] = container["linuxParameters"]?["capabilities"]?["drop"]?.DeepClone(),
            ["Memory"] = memory,
            ["MemorySwap"] = memory,
            ["NanoCpus"] = (long)(double.Parse((string)definition["cpu"]!, CultureInfo.InvariantCulture) / UnitsOfCpu * Nanos),
            ["Ulimits"] = new JsonArray([.. Each(container["ulimits"]).Select(Limit)]),
            ["LogConfig"] = Log(container["logConfiguration"]!, start, logKeys),
        };
        AddVolumes(host, container, declaredVolumes);
        return new JsonObject
        {
            ["Image"] = start.Image,
            ["Cmd"] = start.Command.Count == 0 ? null : new JsonArray([.. start.Command]),
            ["Env"] = new JsonArray([.. variables.Select(pair => $"{pair.Key}={pair.Value}")]),
            ["User"] = container["user"]?.DeepClone(),
            ["WorkingDir"] = container["workingDirectory"]?.DeepClone(),
            ["Labels"] = new JsonObject { ["task"] = start.TaskId },
            ["HostConfig"] = host,
        };
    }

    // Fargate's empty volume belongs to root, unless the image declares a volume of that path: then it is as the image has it, which is what
    // Docker does with a volume of its own.
    private static void AddVolumes(JsonObject host, JsonObject container, IReadOnlySet<string> declared)
    {
        var (mounts, memory) = (new JsonArray(), new JsonObject());
        foreach (var point in Each(container["mountPoints"]))
        {
            var path = (string)point["containerPath"]!;
            if (declared.Contains(path)) mounts.Add(new JsonObject { ["Type"] = "volume", ["Target"] = path });
            else memory[path] = "mode=0755,uid=0,gid=0";
        }

        host["Mounts"] = mounts;
        host["Tmpfs"] = memory;
    }

    private static JsonObject Log(JsonNode configuration, ContainerStart start, string keys)
    {
        var options = configuration["options"]!.AsObject();
        var chosen = new JsonObject { ["awslogs-stream"] = start.Definition.LogStream(start.TaskId), ["awslogs-credentials-endpoint"] = keys };
        foreach (var (name, value) in options)
        {
            // The prefix is the agent's word, and has become the stream.
            if (name != "awslogs-stream-prefix") chosen[name] = value!.DeepClone();
        }

        return new JsonObject { ["Type"] = (string)configuration["logDriver"]!, ["Config"] = chosen };
    }

    // Without the right to raise limits, a container cannot have more than this machine gives.
    private static JsonObject Limit(JsonNode limit) => new()
    {
        ["Name"] = limit["name"]!.DeepClone(),
        ["Soft"] = Math.Min(limit["softLimit"]!.GetValue<long>(), MostOpenFiles),
        ["Hard"] = Math.Min(limit["hardLimit"]!.GetValue<long>(), MostOpenFiles),
    };

    private static long MostOpenFiles => File.ReadLines("/proc/self/limits")
        .Where(line => line.StartsWith("Max open files", StringComparison.Ordinal))
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[4])
        .Select(hard => hard == "unlimited" ? long.MaxValue : long.Parse(hard, CultureInfo.InvariantCulture)).Single();

    private static IEnumerable<JsonNode> Each(JsonNode? list) => (list as JsonArray ?? []).Select(element => element!);
}
