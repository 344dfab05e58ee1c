using System.Collections;
using System.Globalization;
using System.Reflection;
using Amazon.Runtime;

namespace Amazon.Plumbing.Query;

/// <summary>
/// Shapes as the fields of a form: <c>Name</c>, <c>List.member.1</c>, <c>Structure.Name</c>. What is null is left out; an empty list is
/// sent as an empty text, by which a service tells it from one that was left out.
/// </summary>
internal static class QueryForm
{
    public static IEnumerable<(string Name, string Value)> FieldsOf(object shape, string prefix = "") =>
        PropertiesOf(shape.GetType()).SelectMany(property => Fields(prefix + property.Name, property.GetValue(shape)));

    /// <summary>
    /// The properties that are on the wire: those of the shape itself, and not what AWSSDK.Core keeps in the base classes.
    /// </summary>
    public static IEnumerable<PropertyInfo> PropertiesOf(Type shape) => shape
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.DeclaringType!.Assembly != typeof(ClientConfig).Assembly);

    private static IEnumerable<(string Name, string Value)> Fields(string name, object? value) => value switch
    {
        null => [],
        string text => [(name, text)],
        bool flag => [(name, flag ? "true" : "false")],
        ConstantClass constant => [(name, constant.Value)],
        DateTime time => [(name, time.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture))],
        IFormattable number => [(name, number.ToString(format: null, CultureInfo.InvariantCulture))],
        IList { Count: 0 } => [(name, "")],
        IList list => list.Cast<object>()
            .SelectMany((item, index) => Fields(FormattableString.Invariant($"{name}.member.{index + 1}"), item)),
        _ => FieldsOf(value, name + "."),
    };
}
