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

/// <summary>Writes a head, and has nothing of what reading it takes: that would be prepared first, and the start of a run would wait for it.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(RecordHead))]
internal sealed partial class RecordHeadJson : JsonSerializerContext;
