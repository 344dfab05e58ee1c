using LocalDynamo.Http;

namespace LocalDynamo.Operations;

/// <summary>A write of an item that a transaction is about to write.</summary>
internal sealed class TransactionConflictException() : DynamoException("TransactionConflictException", Text)
{
    public const string Text = "Transaction is ongoing for the item";
}
