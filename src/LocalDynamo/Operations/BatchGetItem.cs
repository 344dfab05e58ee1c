using System.Text.Json;
using LocalDynamo.Capacity;
using LocalDynamo.Http;
using LocalDynamo.Items;
using LocalDynamo.Tables;

namespace LocalDynamo.Operations;

/// <summary>
/// BatchGetItem: up to 100 items, each admitted on its own. What capacity does not admit, and what is beyond 16 MB, comes back
/// unprocessed; only where nothing at all was admitted is the whole request refused.
/// </summary>
internal sealed class BatchGetItem(TableStore tables, ItemReader items, CapacityMeter meter) : Operation("BatchGetItem", touchesItems: true)
{
    private const long LargestAnswer = 16 * 1024 * 1024;

    private readonly BatchGetReader _reader = new(tables, items);

    public override void Execute(Request request, Utf8JsonWriter json)
    {
        var parameters = request.Parameters;
        parameters.RefuseAllBut(Name, "RequestItems", "ReturnConsumedCapacity");
        var errors = new ShapeErrors();
        var capacity = ConsumedCapacity.AskedBy(parameters, errors);
        var reads = _reader.Read(parameters, errors);

        var consumed = new ConsumptionByTable();
        var unprocessed = new List<(BatchRead Read, List<JsonElement> Keys)>();
        var answer = new Answer(json);
        ThrottledException? refusal = null;
        json.WriteStartObject();
        json.WriteStartObject("Responses"u8);
        foreach (var read in reads)
        {
            json.WriteStartArray(read.Table.Name);
            var left = new List<JsonElement>();
            foreach (var (key, keyJson) in read.Keys)
            {
                var taken = !answer.IsFull && meter.TryAdmit(request, read.Table.Source, write: false, key, out refusal)
                    && answer.TryTake(read, key, consumed, meter);
                if (!taken) left.Add(keyJson);
            }

            json.WriteEndArray();
            if (left.Count > 0) unprocessed.Add((read, left));
        }

        if (refusal is not null && unprocessed.Sum(table => table.Keys.Count) == reads.Sum(read => read.Keys.Count)) throw refusal;
        json.WriteEndObject();
        WriteUnprocessed(json, unprocessed);
        capacity.WriteList(json, consumed.All);
        json.WriteEndObject();
    }

    private static void WriteUnprocessed(Utf8JsonWriter json, List<(BatchRead Read, List<JsonElement> Keys)> unprocessed)
    {
        json.WriteStartObject("UnprocessedKeys"u8);
        foreach (var (read, keys) in unprocessed)
        {
            json.WriteStartObject(read.Table.Name);
            foreach (var member in read.Json.Json.EnumerateObject().Where(member => !member.NameEquals("Keys"u8))) member.WriteTo(json);
            json.WriteStartArray("Keys"u8);
            foreach (var key in keys) key.WriteTo(json);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    // What has been answered so far; once an item does not fit, none after it is looked at.
    private sealed class Answer(Utf8JsonWriter json)
    {
        private long _bytes;

        public bool IsFull { get; private set; }

        public bool TryTake(BatchRead read, ItemKey key, ConsumptionByTable consumed, CapacityMeter meter)
        {
            var item = read.Table.Items.Find(key);
            if (_bytes + (item?.Size ?? 0) > LargestAnswer)
            {
                IsFull = true;
                return false;
            }

            _bytes += item?.Size ?? 0;
            // Each item is rounded up for itself, as if it had been asked for alone.
            var units = CapacityUnits.Read(item?.Size ?? 0, read.Consistent);
            meter.Charge(read.Table.Source, write: false, key, units);
            var spent = new Consumption(read.Table.Name);
            spent.AddTable(units);
            consumed.Add(spent);
            if (item is not null) (read.Projection?.Of(item) ?? item).Write(json);
            return true;
        }
    }
}
