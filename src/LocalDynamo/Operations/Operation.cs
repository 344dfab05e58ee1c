using System.Text.Json;
using LocalDynamo.Http;

namespace LocalDynamo.Operations;

/// <summary>One operation of the API. Thread-safe; it keeps nothing of a request but the count.</summary>
/// <param name="name">The name after <c>DynamoDB_20120810.</c></param>
/// <param name="touchesItems">Whether it is a data-plane operation, which faults are injected into.</param>
internal abstract class Operation(string name, bool touchesItems)
{
    private long _requests;

    public string Name => name;

    public bool TouchesItems => touchesItems;

    public long Requests => Interlocked.Read(ref _requests);

    public void Count() => Interlocked.Increment(ref _requests);

    /// <summary>Carries the request out and writes the answer's JSON object, if it has one.</summary>
    /// <exception cref="DynamoException">The request is refused; what was written so far is thrown away.</exception>
    public abstract void Execute(Request request, Utf8JsonWriter json);
}
