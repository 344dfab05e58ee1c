using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;

namespace Amazon.Plumbing.Json;

/// <summary>
/// Shapes as AWS JSON 1.1: a member's name begins with a small letter, what is null is left out, an unknown member is skipped, times are
/// seconds since 1970 in UTC unless the member says otherwise.
/// </summary>
internal static class JsonShapes
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = new MemberName(),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        Converters = { new TextConverter(), new EpochSecondsConverter(), new ConstantConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutWhatIsNotOnTheWire, FillIdempotencyTokens } },
    };

    /// <summary>The name on the wire of a property.</summary>
    public static string NameOf(PropertyInfo property) => Options.PropertyNamingPolicy!.ConvertName(property.Name);

    public static byte[] Write(AmazonWebServiceRequest request) => JsonSerializer.SerializeToUtf8Bytes(request, request.GetType(), Options);

    /// <summary>Reads a response; an empty body is a response without members.</summary>
    /// <exception cref="JsonException">The body is not what the shape says.</exception>
    public static TResponse Read<TResponse>(Stream body)
        where TResponse : new()
    {
        using var whole = new MemoryStream();
        body.CopyTo(whole);
        return whole.Length == 0 ? new TResponse() : JsonSerializer.Deserialize<TResponse>(whole.ToArray(), Options) ?? new TResponse();
    }

    // The base classes of requests and responses hold properties of AWSSDK.Core.
    private static void LeaveOutWhatIsNotOnTheWire(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.ToList())
        {
            if (property.AttributeProvider is MemberInfo { DeclaringType.Assembly: { } home } && home == typeof(ClientConfig).Assembly)
                type.Properties.Remove(property);
        }
    }

    // As the official clients do: a call whose token was left out gets one, and its retries carry the same.
    private static void FillIdempotencyTokens(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.AttributeProvider?.IsDefined(typeof(IdempotencyTokenAttribute), inherit: false) != true) continue;
            var given = property.Get!;
            property.Get = shape => given(shape) ?? Guid.NewGuid().ToString();
        }
    }

    private sealed class MemberName : JsonNamingPolicy
    {
        public override string ConvertName(string name) => char.ToLowerInvariant(name[0]) + name[1..];
    }
}
