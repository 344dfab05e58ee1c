using System.Text.Json;

namespace LocalDynamo.Items;

/// <summary>One value of DynamoDB's ten types. Immutable once built, so that readers need no lock.</summary>
internal abstract class AttributeValue
{
    /// <summary>The type's name on the wire: S, N, B, BOOL, NULL, SS, NS, BS, L or M.</summary>
    public abstract string Type { get; }

    /// <summary>Bytes as DynamoDB counts them, without the attribute's name.</summary>
    public abstract int Size { get; }

    /// <summary>Equality of the <c>=</c> operator: same type and same value; sets without order.</summary>
    public abstract bool SameAs(AttributeValue other);

    /// <summary>Writes the whole value, <c>{"S":"text"}</c>.</summary>
    public abstract void Write(Utf8JsonWriter json);

    /// <summary>The order of strings, numbers and binaries; null for other or differing types, which no order knows.</summary>
    public virtual int? Compare(AttributeValue other) => null;
}
