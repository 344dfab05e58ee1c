using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace LoadTest.Items.Templates;

/// <summary>A place in a text that the item's number and the seed fill in. Safe for all threads.</summary>
internal abstract class Placeholder
{
    private const int MostDigits = 20;

    /// <summary>Whether it stands for a whole number: alone in a text it makes the value a number.</summary>
    public virtual bool IsNumber => false;

    /// <summary>How many bytes it writes at the most; as a number it takes no more.</summary>
    public abstract int MostLength { get; }

    /// <summary>How many bytes it writes, as DynamoDB counts them.</summary>
    public abstract int LengthOf(TemplateSeed seed);

    /// <summary>Writes it, with what JSON needs to be escaped.</summary>
    public abstract void Write(TemplateSeed seed, IBufferWriter<byte> json);

    /// <summary>A number's size as DynamoDB counts it.</summary>
    public virtual int NumberSizeOf(TemplateSeed seed) => throw new NotSupportedException("It is no number.");

    /// <summary>A whole number from the smallest to the largest.</summary>
    public sealed class Number(int place, long smallest, long largest) : Placeholder
    {
        public override bool IsNumber => true;

        public override int MostLength { get; } = Math.Max(3, Math.Max(DigitsOf(smallest), DigitsOf(largest)));

        public override int LengthOf(TemplateSeed seed)
        {
            Span<byte> text = stackalloc byte[MostDigits];
            ValueOf(seed).TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
            return length;
        }

        public override int NumberSizeOf(TemplateSeed seed)
        {
            Span<byte> text = stackalloc byte[MostDigits];
            ValueOf(seed).TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
            return NumberSize.Of(text[..length]);
        }

        public override void Write(TemplateSeed seed, IBufferWriter<byte> json)
        {
            ValueOf(seed).TryFormat(json.GetSpan(MostDigits), out var length, default, CultureInfo.InvariantCulture);
            json.Advance(length);
        }

        private static int DigitsOf(long value) => value.ToString(CultureInfo.InvariantCulture).Length;

        private long ValueOf(TemplateSeed seed) => smallest + SplitMix.Below(largest - smallest + 1, seed.Bits(place));
    }

    /// <summary>The item's number.</summary>
    public sealed class Ordinal : Placeholder
    {
        public override bool IsNumber => true;

        // As many as keys have.
        public override int MostLength => 12;

        public override int LengthOf(TemplateSeed seed) => seed.Ordinal.ToString(CultureInfo.InvariantCulture).Length;

        public override int NumberSizeOf(TemplateSeed seed)
        {
            Span<byte> text = stackalloc byte[MostDigits];
            seed.Ordinal.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
            return NumberSize.Of(text[..length]);
        }

        public override void Write(TemplateSeed seed, IBufferWriter<byte> json)
        {
            seed.Ordinal.TryFormat(json.GetSpan(MostDigits), out var length, default, CultureInfo.InvariantCulture);
            json.Advance(length);
        }
    }

    /// <summary>Letters, digits, hyphens and underscores.</summary>
    public sealed class Text(int place, int length) : Placeholder
    {
        public override int MostLength => length;

        public override int LengthOf(TemplateSeed seed) => length;

        public override void Write(TemplateSeed seed, IBufferWriter<byte> json)
        {
            RandomText.Fill(json.GetSpan(length)[..length], seed.Bits(place));
            json.Advance(length);
        }
    }

    /// <summary>One of some texts, each as likely as any other.</summary>
    public sealed class Choice(int place, IReadOnlyList<string> choices) : Placeholder
    {
        private readonly (byte[] Json, int Bytes)[] _choices =
            [.. choices.Select(choice => (ItemJson.Utf8(JsonEncodedText.Encode(choice).Value), Encoding.UTF8.GetByteCount(choice)))];

        public override int MostLength => _choices.Max(choice => choice.Bytes);

        public override int LengthOf(TemplateSeed seed) => Chosen(seed).Bytes;

        public override void Write(TemplateSeed seed, IBufferWriter<byte> json) => json.Write(Chosen(seed).Json);

        private (byte[] Json, int Bytes) Chosen(TemplateSeed seed) => _choices[SplitMix.Below(_choices.Length, seed.Bits(place))];
    }

    /// <summary>A random UUID (version 4), in its usual form.</summary>
    public sealed class Uuid(int place) : Placeholder
    {
        private const int Length = 36;

        public override int MostLength => Length;

        public override int LengthOf(TemplateSeed seed) => Length;

        public override void Write(TemplateSeed seed, IBufferWriter<byte> json)
        {
            Span<byte> bytes = stackalloc byte[16];
            var bits = seed.Bits(place);
            BitConverter.TryWriteBytes(bytes, bits);
            BitConverter.TryWriteBytes(bytes[8..], SplitMix.Mix(bits + SplitMix.Step));
            bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
            bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
            new Guid(bytes, bigEndian: true).TryFormat(json.GetSpan(Length), out var length);
            json.Advance(length);
        }
    }
}
