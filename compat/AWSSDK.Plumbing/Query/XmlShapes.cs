using System.Collections;
using System.Globalization;
using System.Xml.Linq;
using Amazon.Runtime;

namespace Amazon.Plumbing.Query;

/// <summary>
/// Shapes as XML: an element for each member, and in a list a <c>member</c> for each item. Elements that a shape lacks are skipped.
/// </summary>
internal static class XmlShapes
{
    /// <summary>Reads an element as a value of a type.</summary>
    /// <exception cref="FormatException">The text is not of the type.</exception>
    public static object Read(Type type, XElement element)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(string)) return element.Value;
        if (plain == typeof(DateTime))
            return DateTime.Parse(element.Value, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);
        if (plain.IsPrimitive) return Convert.ChangeType(element.Value, plain, CultureInfo.InvariantCulture);
        if (plain.IsSubclassOf(typeof(ConstantClass))) return Constants.Of(plain, element.Value);
        return plain.IsAssignableTo(typeof(IList)) ? ReadList(plain, element) : ReadStructure(plain, element);
    }

    private static IList ReadList(Type type, XElement element)
    {
        var list = (IList)Activator.CreateInstance(type)!;
        foreach (var item in element.Elements()) list.Add(Read(type.GetGenericArguments()[0], item));
        return list;
    }

    private static object ReadStructure(Type type, XElement element)
    {
        var shape = Activator.CreateInstance(type)!;
        var members = element.Elements().ToLookup(member => member.Name.LocalName, StringComparer.Ordinal);
        foreach (var property in QueryForm.PropertiesOf(type))
        {
            if (members[property.Name].FirstOrDefault() is { } member) property.SetValue(shape, Read(property.PropertyType, member));
        }
        return shape;
    }
}
