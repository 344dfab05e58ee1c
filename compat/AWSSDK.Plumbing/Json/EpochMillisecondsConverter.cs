using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amazon.Plumbing.Json;

/// <summary>
/// A time that its service models as a whole number: milliseconds since 1970. Read as UTC. Stands on the members for which the official
/// client has a <see cref="DateTime"/>.
/// </summary>
internal sealed class EpochMillisecondsConverter : JsonConverter<DateTime>
{
    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DateTime.UnixEpoch.AddMilliseconds(reader.GetInt64());

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
        writer.WriteNumberValue((value.ToUniversalTime() - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMillisecond);
}
