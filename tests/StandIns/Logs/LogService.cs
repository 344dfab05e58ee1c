using System.Globalization;
using System.Text.Json.Nodes;
using StandIns.Wire;

namespace StandIns.Logs;

/// <summary>CloudWatch Logs as its clients see it: the one action that the automation calls.</summary>
/// <param name="store">What is there to read.</param>
/// <param name="faults">What goes wrong.</param>
public sealed class LogService(LogStore store, LogFaults faults)
{
    /// <summary>Answers on this server from now on.</summary>
    public void ServeOn(WireServer server) => server.Serve("logs", ["GetLogEvents"], (_, request) => GetLogEvents(request));

    // A token is the position of the next event; "e" in front says that the page before was an empty one.
    private JsonObject GetLogEvents(JsonObject request)
    {
        if (faults.ThrottlesNow()) throw new RefusedException("ThrottlingException", "Rate exceeded");
        if (request["startFromHead"]?.GetValue<bool>() != true) throw new RefusedException("InvalidParameterException", "only reading from the head is known here");
        var stream = (string?)request["logStreamName"] ?? "";
        var events = faults.IsLost(stream) ? null : store.Read((string?)request["logGroupName"] ?? "", stream);
        if (events is null) throw new RefusedException("ResourceNotFoundException", "The specified log stream does not exist.");

        var token = (string?)request["nextToken"] ?? "f/0";
        var wasEmpty = token.StartsWith("e/", StringComparison.Ordinal);
        var position = int.Parse(token[2..], CultureInfo.InvariantCulture);
        if (faults.EmptyPages && !wasEmpty && position < events.Count) return Page([], string.Create(CultureInfo.InvariantCulture, $"e/{position}"));
        var page = events.Skip(position).Take(faults.PageLength).ToList();
        return Page(page, page.Count == 0 ? token : string.Create(CultureInfo.InvariantCulture, $"f/{position + page.Count}"));
    }

    private static JsonObject Page(IEnumerable<LogEvent> events, string next) => new()
    {
        ["events"] = new JsonArray([.. events.Select(written => new JsonObject
        {
            ["timestamp"] = written.Timestamp,
            ["ingestionTime"] = written.IngestionTime,
            ["message"] = written.Message,
        })]),
        ["nextForwardToken"] = next,
        ["nextBackwardToken"] = "b" + next[1..],
    };
}
