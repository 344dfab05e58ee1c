using System.Text.Json.Serialization;
using LoadTest.Engine.Recording;

namespace LoadTest.Engine.Records;

/// <summary>The JSON of the frames that hold no intervals.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(RecordHead))]
[JsonSerializable(typeof(RunStart))]
[JsonSerializable(typeof(LoadEnd))]
[JsonSerializable(typeof(RecordClose))]
internal sealed partial class RecordJson : JsonSerializerContext;
