namespace LocalDynamo.Http;

/// <summary>Request identifiers that look like DynamoDB's: 52 capitals and digits, unique in the life of a server. Thread-safe.</summary>
internal sealed class RequestIds
{
    private const int Length = 52;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

    private readonly string _prefix = Guid.NewGuid().ToString("N").ToUpperInvariant();
    private long _last;

    public string Next() => string.Create(Length, (_prefix, Number: (ulong)Interlocked.Increment(ref _last)), static (text, state) =>
    {
        state._prefix.CopyTo(text);
        var rest = state.Number;
        for (var i = Length - 1; i >= state._prefix.Length; i--)
        {
            text[i] = Alphabet[(int)(rest % 32)];
            rest /= 32;
        }
    });
}
