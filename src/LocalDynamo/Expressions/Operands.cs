using System.Text;
using LocalDynamo.Items;

namespace LocalDynamo.Expressions;

/// <summary>Something in a condition that has a value, given an item.</summary>
internal abstract class Operand
{
    /// <summary>The value; null where the item has none.</summary>
    public abstract AttributeValue? Of(AttributeMap item);

    /// <summary>The type that is known without an item; null for paths.</summary>
    public virtual string? KnownType => null;
}

internal sealed class PathOperand(DocumentPath path) : Operand
{
    public DocumentPath Path => path;

    public override AttributeValue? Of(AttributeMap item) => path.Find(item);
}

internal sealed class ValueOperand(AttributeValue value) : Operand
{
    public AttributeValue Value => value;

    public override string KnownType => value.Type;

    public override AttributeValue? Of(AttributeMap item) => value;
}

/// <summary>
/// The size() function: characters of a string, bytes of a binary, elements of a set, list or map; of other types there is none.
/// </summary>
internal sealed class SizeOperand(Operand measured) : Operand
{
    public override string KnownType => "N";

    public override AttributeValue? Of(AttributeMap item)
    {
        int? size = measured.Of(item) switch
        {
            StringValue s => Encoding.UTF8.GetCharCount(s.Utf8),
            BinaryValue b => b.Bytes.Length,
            SetValue set => set.Elements.Count,
            ListValue list => list.Elements.Count,
            MapValue map => map.Attributes.Count,
            _ => null,
        };
        return size is null ? null : new NumberValue(DecimalNumber.Normalised(negative: false, (UInt128)size.Value, 0));
    }
}
