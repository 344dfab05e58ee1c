using System.Globalization;

namespace LoadTest.Items;

/// <summary>A histogram of item sizes as a file: on each line a size in bytes and a count, with a comma or blanks between them; # begins a comment.</summary>
public static class SizeHistogramFile
{
    /// <summary>Reads the file's text.</summary>
    /// <exception cref="DataFileException">A line is none of a histogram, or there is no count above zero.</exception>
    public static HistogramSizes Parse(string text)
    {
        var counts = new List<(int Bytes, long Weight)>();
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            var content = line.Split('#')[0].Trim();
            if (content.Length > 0) counts.Add(ParseLine(content, number));
        }

        if (counts.Sum(count => (double)count.Weight) is not (> 0 and < long.MaxValue / 2.0)) throw new DataFileException(number, "there is no count above zero, or the counts are too large");
        return new HistogramSizes(counts);
    }

    private static (int Bytes, long Weight) ParseLine(string content, int line)
    {
        var parts = content.Split([',', ' ', '\t', ';'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 2 || !TryWhole(parts[0], out var bytes) || !TryWhole(parts[1], out var weight))
            throw new DataFileException(line, $"'{content}' is not a size and a count");
        if (bytes is < ItemSizes.Smallest or > ItemSizes.Largest)
            throw new DataFileException(line, string.Create(CultureInfo.InvariantCulture, $"{bytes} is no size from {ItemSizes.Smallest} to {ItemSizes.Largest} bytes"));
        return ((int)bytes, weight);
    }

    private static bool TryWhole(string text, out long number) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
