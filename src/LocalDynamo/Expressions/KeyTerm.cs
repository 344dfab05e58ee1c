using LocalDynamo.Items;

namespace LocalDynamo.Expressions;

/// <summary>
/// A condition on one key attribute: its operator (= &lt; &lt;= &gt; &gt;= BETWEEN begins_with) and what it is compared with.
/// </summary>
internal sealed record KeyTerm(string Attribute, string Operator, AttributeValue Value, AttributeValue? Upper = null);
