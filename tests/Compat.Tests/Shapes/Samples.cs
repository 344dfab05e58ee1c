using System.Collections;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Amazon.Plumbing;
using Amazon.Plumbing.Query;
using Amazon.Runtime;
using Compat.Tests.Models;

namespace Compat.Tests.Shapes;

/// <summary>Answers as a service would give them with every member of its model, and requests with every property set.</summary>
internal static class Samples
{
    public static readonly DateTime Time = new(2026, 3, 1, 12, 30, 15, 250, DateTimeKind.Utc);

    private static readonly string[] Scalars = ["string", "integer", "long", "boolean", "timestamp", "double"];

    public static JsonNode? Json(Shape shape, params IEnumerable<Shape> above) => shape.Type switch
    {
        "structure" => new JsonObject(shape.Members
            .Where(member => !above.Contains(member.Shape, ByName))
            .Select(member => KeyValuePair.Create(member.Name, Json(member.Shape, [.. above, shape])))),
        "list" => new JsonArray(Json(shape.Item, above), Json(shape.Item, above)),
        "map" => new JsonObject { ["key"] = Json(shape.Value, above) },
        "integer" => 7,
        "long" => new DateTimeOffset(Time).ToUnixTimeMilliseconds(),
        "boolean" => true,
        "double" => 1.5,
        "timestamp" => new DateTimeOffset(Time).ToUnixTimeMilliseconds() / 1000m,
        "string" => shape.Values.Count > 0 ? shape.Values[^1] : "text",
        _ => throw new NotSupportedException(shape.Type),
    };

    public static XElement Xml(string name, Shape shape) => new(name, shape.Type switch
    {
        "structure" => shape.Members.Select(member => Xml(member.Name, member.Shape)),
        "list" => (object[])[Xml("member", shape.Item), Xml("member", shape.Item)],
        "map" => new XElement("entry", new XElement("key", "key"), Xml("value", shape.Value)),
        "timestamp" => "2026-03-01T12:30:15.250Z",
        _ when Scalars.Contains(shape.Type) => shape.Type == "boolean" ? "true" : Json(shape)!.ToString(),
        _ => throw new NotSupportedException(shape.Type),
    });

    /// <summary>An object of a type with every property set.</summary>
    public static object Filled(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(string)) return "text";
        if (plain == typeof(DateTime)) return Time;
        if (plain == typeof(bool)) return true;
        if (plain.IsPrimitive) return Convert.ChangeType(7, plain, provider: null);
        if (plain.IsSubclassOf(typeof(ConstantClass))) return Constants.Of(plain, "VALUE");
        var made = Activator.CreateInstance(plain)!;
        if (made is IDictionary map) map.Add("key", Filled(plain.GetGenericArguments()[1]));
        else if (made is IList list) list.Add(Filled(plain.GetGenericArguments()[0]));
        else foreach (var property in QueryForm.PropertiesOf(plain)) property.SetValue(made, Filled(property.PropertyType));
        return made;
    }

    /// <summary>The properties that hold nothing, anywhere below an object.</summary>
    public static IEnumerable<string> Empty(object? value, string where) => value switch
    {
        null => [where],
        string or ConstantClass or ValueType => [],
        IDictionary { Count: > 0 } => [],
        IList { Count: > 0 } list => list.Cast<object>().SelectMany(item => Empty(item, where)),
        ICollection => [where],
        _ => QueryForm.PropertiesOf(value.GetType()).SelectMany(property => Empty(property.GetValue(value), $"{where}.{property.Name}")),
    };

    private static IEqualityComparer<Shape> ByName => EqualityComparer<Shape>.Create((left, right) => left?.Name == right?.Name, shape =>
        shape.Name.GetHashCode(StringComparison.Ordinal));
}
