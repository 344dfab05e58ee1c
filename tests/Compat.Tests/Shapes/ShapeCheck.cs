using System.Reflection;
using System.Text.Json.Serialization;
using Amazon.Plumbing;
using Amazon.Plumbing.Json;
using Amazon.Plumbing.Query;
using Amazon.Runtime;
using Compat.Tests.Models;

namespace Compat.Tests.Shapes;

/// <summary>
/// Compares classes with shapes: each property must be a member of that name on the wire, of the type that the official client gives it.
/// </summary>
internal sealed class ShapeCheck(ServiceModel model)
{
    private readonly HashSet<Type> _seen = [];

    /// <summary>What differs, a sentence each.</summary>
    public List<string> Findings { get; } = [];

    /// <summary>The classes that were reached.</summary>
    public IReadOnlySet<Type> Seen => _seen;

    /// <summary>Checks a class and everything that it holds.</summary>
    public void Structure(Type type, Shape shape)
    {
        if (!_seen.Add(type)) return;
        var properties = QueryForm.PropertiesOf(type).ToDictionary(WireName);
        foreach (var (name, property) in properties)
        {
            if (shape.Member(name) is { } member) Member(property, member, $"{type.Name}.{property.Name}");
            else Findings.Add($"{type.Name}.{property.Name}: {shape.Name} has no member {name}");
        }

        foreach (var required in shape.Required.Where(required => !properties.ContainsKey(required)))
            Findings.Add($"{type.Name}: {required} is required and missing");
    }

    private string WireName(PropertyInfo property) => model.IsQuery ? property.Name : JsonShapes.NameOf(property);

    private void Member(PropertyInfo property, Member member, string where)
    {
        var inMilliseconds = property.GetCustomAttribute<JsonConverterAttribute>()?.ConverterType == typeof(EpochMillisecondsConverter);
        if (member.LocationName is { } location && location != member.Name) Findings.Add($"{where}: is called {location} on the wire");
        if (member.IsIdempotencyToken != property.IsDefined(typeof(IdempotencyTokenAttribute)))
            Findings.Add($"{where}: is {(member.IsIdempotencyToken ? "an" : "no")} idempotency token");
        if (inMilliseconds && member.Shape.Type == "long" && property.PropertyType == typeof(DateTime?)) return;
        if (inMilliseconds) Findings.Add($"{where}: {member.Shape.Type} is not a count of milliseconds");
        Value(property.PropertyType, member.Shape, where, isItem: false);
    }

    private void Value(Type type, Shape shape, string where, bool isItem)
    {
        switch (shape.Type)
        {
            case "string" when shape.Values.Count > 0 && !isItem:
                Enumeration(type, shape, where);
                break;
            case "string":
                Same(type, typeof(string), shape, where);
                break;
            case "integer":
                Same(type, isItem ? typeof(int) : typeof(int?), shape, where);
                break;
            case "long":
                Same(type, isItem ? typeof(long) : typeof(long?), shape, where);
                break;
            case "boolean":
                Same(type, isItem ? typeof(bool) : typeof(bool?), shape, where);
                break;
            case "timestamp":
                Same(type, isItem ? typeof(DateTime) : typeof(DateTime?), shape, where);
                break;
            case "list" when type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>):
                Value(type.GetGenericArguments()[0], shape.Item, where, isItem: true);
                break;
            case "map" when !model.IsQuery && type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Dictionary<,>):
                Value(type.GetGenericArguments()[1], shape.Value, where, isItem: true);
                break;
            case "structure" when type.Name == shape.Name:
                Structure(type, shape);
                break;
            default:
                Findings.Add($"{where}: {type.Name} cannot hold the {shape.Type} {shape.Name}");
                break;
        }
    }

    private void Enumeration(Type type, Shape shape, string where)
    {
        if (!type.IsSubclassOf(typeof(ConstantClass)) || type.Name != shape.Name)
        {
            Findings.Add($"{where}: {type.Name} is not the enumeration {shape.Name}");
            return;
        }

        if (!_seen.Add(type)) return;
        var values = type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => ((ConstantClass)field.GetValue(null)!).Value);
        foreach (var unknown in values.Except(shape.Values)) Findings.Add($"{type.Name}: the service does not know {unknown}");
    }

    private void Same(Type type, Type expected, Shape shape, string where)
    {
        if (type != expected) Findings.Add($"{where}: {Named(type)} cannot hold the {shape.Type} {shape.Name}");
    }

    private static string Named(Type type) => Nullable.GetUnderlyingType(type) is { } plain ? $"{plain.Name}?" : type.Name;
}
