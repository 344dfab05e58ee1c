namespace LoadTest.Configuration.Options;

/// <summary>Finds what somebody who mistyped a name probably meant.</summary>
public static class NearestName
{
    /// <summary>
    /// The candidate with the smallest edit distance (insert, delete, replace, swap neighbours), upper and lower case, hyphens and underscores
    /// aside; null when more than a third of the letters differ. The first of equals.
    /// </summary>
    public static string? Of(string name, IEnumerable<string> candidates)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(candidates);
        var wanted = Plain(name);
        if (wanted.Length is < 2 or > 100) return null;
        var best = candidates
            .Select(candidate => (Candidate: candidate, Distance: Distance(wanted, Plain(candidate))))
            .DefaultIfEmpty()
            .MinBy(pair => pair.Distance);
        return best.Candidate is not null && best.Distance <= Math.Max(1, Math.Min(wanted.Length, Plain(best.Candidate).Length) / 3)
            ? best.Candidate
            : null;
    }

    private static string Plain(string name) =>
        string.Concat(name.Where(c => c is not ('-' or '_'))).ToUpperInvariant();

    // Optimal string alignment: rows i-2, i-1 and i of the table of distances.
    private static int Distance(string a, string b)
    {
        var (before, previous, current) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++) previous[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) current[j] = Math.Min(current[j], before[j - 2] + 1);
            }

            (before, previous, current) = (previous, current, before);
        }

        return previous[b.Length];
    }
}
