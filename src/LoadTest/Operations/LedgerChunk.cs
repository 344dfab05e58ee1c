namespace LoadTest.Operations;

/// <summary>The states of a number of items with neighbouring numbers. Safe for all threads: writers take turns, readers never wait.</summary>
internal sealed class LedgerChunk(int items)
{
    private const int ItemsPerWord = 16;
    private const int BitsPerItem = 2;

    private readonly Lock _writing = new();
    private readonly int[] _counts = [items, 0, 0, 0];

    // Null while all items are in the same state, which is then _shared.
    private uint[]? _words;
    private WriteState _shared = WriteState.Open;

    public WriteState StateOf(int place)
    {
        var words = Volatile.Read(ref _words);
        return words is null ? _shared : At(words, place);
    }

    /// <summary>Sets an item's state, and gives the one before.</summary>
    public WriteState Set(int place, WriteState state)
    {
        lock (_writing)
        {
            var before = _words is null ? _shared : At(_words, place);
            if (before == state) return before;
            _words ??= Filled(_shared);
            var shift = place % ItemsPerWord * BitsPerItem;
            ref var word = ref _words[place / ItemsPerWord];
            Volatile.Write(ref word, (word & ~(3u << shift)) | ((uint)state << shift));
            _counts[(int)before]--;
            if (++_counts[(int)state] == items)
            {
                _shared = state;
                Volatile.Write(ref _words, null);
            }

            return before;
        }
    }

    private static WriteState At(uint[] words, int place) =>
        (WriteState)((Volatile.Read(ref words[place / ItemsPerWord]) >> (place % ItemsPerWord * BitsPerItem)) & 3);

    private uint[] Filled(WriteState state)
    {
        const uint eachItemOnce = 0x5555_5555;
        var words = new uint[(items + ItemsPerWord - 1) / ItemsPerWord];
        Array.Fill(words, (uint)state * eachItemOnce);
        return words;
    }
}
