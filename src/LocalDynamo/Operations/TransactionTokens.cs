using LocalDynamo.Http;

namespace LocalDynamo.Operations;

/// <summary>The client request tokens of the last ten minutes, and what was asked with each. Thread-safe.</summary>
internal sealed class TransactionTokens(TimeProvider time)
{
    /// <summary>How long a token makes a repeated request harmless.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly Queue<(string Token, long Begun)> _ages = new();

    /// <summary>Answers true for a new token, and false for one whose transaction has been carried out.</summary>
    /// <exception cref="DynamoException">The token came with another request, or its transaction is not over.</exception>
    public bool Begin(string token, string request)
    {
        lock (_gate)
        {
            ForgetOld();
            if (_entries.TryGetValue(token, out var known))
            {
                if (known.Request != request)
                {
                    throw new DynamoException(
                        "IdempotentParameterMismatchException", "The client request token was used with another request");
                }

                if (known.IsDone) return false;
                throw new DynamoException(
                    "TransactionInProgressException", "The transaction with the given request token is already in progress.");
            }

            var begun = time.GetTimestamp();
            _entries.Add(token, new Entry(request, begun, IsDone: false));
            _ages.Enqueue((token, begun));
            return true;
        }
    }

    /// <summary>Keeps the token of a transaction that was carried out; that of another may be used again.</summary>
    public void End(string token, bool done)
    {
        lock (_gate)
        {
            if (!done) _entries.Remove(token);
            else if (_entries.TryGetValue(token, out var entry)) _entries[token] = entry with { IsDone = true };
        }
    }

    private void ForgetOld()
    {
        while (_ages.TryPeek(out var oldest) && time.GetElapsedTime(oldest.Begun) >= Lifetime)
        {
            _ages.Dequeue();
            // The same token may have begun anew since.
            if (_entries.TryGetValue(oldest.Token, out var entry) && entry.Begun == oldest.Begun) _entries.Remove(oldest.Token);
        }
    }

    private sealed record Entry(string Request, long Begun, bool IsDone);
}
