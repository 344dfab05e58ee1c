namespace StandIns.Authorization.Policies;

/// <summary>Patterns of policies: <c>*</c> stands for any text, colons and slashes too, and <c>?</c> for one character.</summary>
internal static class Wildcard
{
    /// <summary>Whether the whole text fits the pattern. The case counts.</summary>
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        int at = 0, next = 0, star = -1, mark = 0;
        while (next < text.Length)
        {
            if (at < pattern.Length && pattern[at] == '*')
            {
                star = at++;
                mark = next;
            }
            else if (at < pattern.Length && (pattern[at] == '?' || pattern[at] == text[next]))
            {
                at++;
                next++;
            }
            else if (star >= 0)
            {
                // The last star takes one character more.
                at = star + 1;
                next = ++mark;
            }
            else
            {
                return false;
            }
        }

        return pattern[at..].TrimStart('*').IsEmpty;
    }

    /// <summary>Whether an ARN fits a pattern part by part: a star does not reach beyond the colons of the first five parts.</summary>
    public static bool MatchesArn(string pattern, string arn)
    {
        const int parts = 6;
        var (patterns, texts) = (pattern.Split(':', parts), arn.Split(':', parts));
        return patterns.Length == parts && texts.Length == parts && patterns.Zip(texts).All(pair => Matches(pair.First, pair.Second));
    }
}
