using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Runtime;

namespace Amazon.Plumbing.Json;

/// <summary>Enumerations: the SDK's class for a set of known texts, which takes unknown ones too.</summary>
internal sealed class ConstantConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsSubclassOf(typeof(ConstantClass));

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert))!;

    private sealed class Of<TConstant> : JsonConverter<TConstant>
        where TConstant : ConstantClass
    {
        public override TConstant? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetString() is { } value ? Constants.Of<TConstant>(value) : null;

        public override void Write(Utf8JsonWriter writer, TConstant value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Value);
    }
}
