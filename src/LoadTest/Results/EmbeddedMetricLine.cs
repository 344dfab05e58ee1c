using System.Buffers;
using System.Text;
using System.Text.Json;

namespace LoadTest.Results;

/// <summary>
/// A line of CloudWatch's embedded metric format: a JSON object that names, under <c>_aws</c>, those of its members that are dimensions
/// and those that are metrics.
/// </summary>
/// <param name="at">The instant that the values are of.</param>
/// <param name="dimensions">Name and value, in the order of the dimension set.</param>
/// <param name="runId">For those who search the log; no dimension, as each new value of one would be a new metric.</param>
/// <param name="taskIndex">The same, of several tasks.</param>
/// <param name="metrics">The values.</param>
internal sealed class EmbeddedMetricLine(
    DateTimeOffset at, IReadOnlyList<(string Name, string Value)> dimensions, string runId, int taskIndex, IReadOnlyList<Metric> metrics)
{
    private const string Namespace = "DynamoDBLoadTest";

    /// <summary>The line, without its end.</summary>
    public string Render()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            WriteDirective(json);
            foreach (var (name, value) in dimensions) json.WriteString(name, value);
            json.WriteString("RunId", runId);
            json.WriteNumber("TaskIndex", taskIndex);
            foreach (var metric in metrics) json.WriteNumber(metric.Name, metric.Value);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private void WriteDirective(Utf8JsonWriter json)
    {
        json.WriteStartObject("_aws");
        json.WriteNumber("Timestamp", at.ToUnixTimeMilliseconds());
        json.WriteStartArray("CloudWatchMetrics");
        json.WriteStartObject();
        json.WriteString("Namespace", Namespace);
        json.WriteStartArray("Dimensions");
        json.WriteStartArray();
        foreach (var (name, _) in dimensions) json.WriteStringValue(name);
        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteStartArray("Metrics");
        foreach (var metric in metrics)
        {
            json.WriteStartObject();
            json.WriteString("Name", metric.Name);
            json.WriteString("Unit", metric.Unit);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
