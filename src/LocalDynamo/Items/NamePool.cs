using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace LocalDynamo.Items;

/// <summary>
/// Gives one string for each attribute name: a table of a million items holds its few names once. Thread-safe. Bounded, so that names
/// that never repeat cannot fill the memory.
/// </summary>
internal sealed class NamePool
{
    private const int Limit = 4096;

    private readonly ConcurrentDictionary<string, string> _names = new(new Utf8NameComparer());
    private readonly ConcurrentDictionary<string, string>.AlternateLookup<ReadOnlySpan<byte>> _byUtf8;

    public NamePool() => _byUtf8 = _names.GetAlternateLookup<ReadOnlySpan<byte>>();

    public string Get(ReadOnlySpan<byte> utf8)
    {
        if (_byUtf8.TryGetValue(utf8, out var known)) return known;
        var name = Encoding.UTF8.GetString(utf8);
        return _names.Count < Limit ? _names.GetOrAdd(name, name) : name;
    }

    private sealed class Utf8NameComparer : IEqualityComparer<string>, IAlternateEqualityComparer<ReadOnlySpan<byte>, string>
    {
        public bool Equals(string? x, string? y) => string.Equals(x, y, StringComparison.Ordinal);

        public int GetHashCode([DisallowNull] string obj) => GetHashCode(Encoding.UTF8.GetBytes(obj));

        public string Create(ReadOnlySpan<byte> alternate) => Encoding.UTF8.GetString(alternate);

        public bool Equals(ReadOnlySpan<byte> alternate, string other)
        {
            if (alternate.Length < other.Length) return false;
            Span<byte> buffer = other.Length <= 256 ? stackalloc byte[other.Length * 3] : new byte[other.Length * 3];
            return alternate.SequenceEqual(buffer[..Encoding.UTF8.GetBytes(other, buffer)]);
        }

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = default(HashCode);
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }
    }
}
