using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Converters;
using Newtonsoft.Json.Serialization;

namespace Build.Ecs.Collecting;

/// <summary>What is known of a run, in the bucket: it outlives the tasks, which ECS forgets within the hour. Times are UTC.</summary>
public sealed record RunManifest
{
    /// <summary>Of this format.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The run's id.</summary>
    public required string RunId { get; init; }

    /// <summary>The environment.</summary>
    public required string Environment { get; init; }

    /// <summary>How many tasks share the load; as many results are expected.</summary>
    public required int Tasks { get; init; }

    /// <summary>The tasks by their index; fewer than <see cref="Tasks"/> while they are launched.</summary>
    public IReadOnlyList<string> TaskArns { get; init; } = [];

    /// <summary>The flags that were typed.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>The image, by digest where the task definition names one.</summary>
    public required string Image { get; init; }

    /// <summary>The cluster's name.</summary>
    public required string Cluster { get; init; }

    /// <summary>Where the tasks' output is.</summary>
    public required string LogGroup { get; init; }

    /// <summary>The first parts of a stream's name; a slash and the task's id follow.</summary>
    public required string LogStreamPrefix { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The common start; null before it is known, and of a run of one task.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>When all tasks had stopped; null while somebody has to look.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>How the run ended; null before.</summary>
    public int? ExitCode { get; init; }

    /// <summary>The stream of a task.</summary>
    public string LogStream(string taskArn) => $"{LogStreamPrefix}/{TaskName.IdOf(taskArn)}";

    /// <summary>As it stands in the bucket.</summary>
    public string ToJson() => JsonConvert.SerializeObject(this, Format);

    /// <summary>Reads one.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static RunManifest Parse(string json) => JsonConvert.DeserializeObject<RunManifest>(json, Format) ?? throw new JsonException("an empty manifest");

    private static JsonSerializerSettings Format { get; } = new()
    {
        ContractResolver = new CamelCasePropertyNamesContractResolver(),
        Formatting = Formatting.Indented,
        DateParseHandling = DateParseHandling.None,
        Converters = [new IsoDateTimeConverter { DateTimeStyles = DateTimeStyles.AdjustToUniversal, DateTimeFormat = "yyyy-MM-ddTHH:mm:ss.fffZ" }],
    };
}
