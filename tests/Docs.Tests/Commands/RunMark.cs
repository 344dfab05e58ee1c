using System.Globalization;
using Docs.Tests.Pages;

namespace Docs.Tests.Commands;

/// <summary>
/// What the comment before a block says of how it is run: <c>runnable: local</c>, and behind it, with commas between, <c>exit code 3</c> or
/// <c>exit code 0 or 3</c>, <c>dry run</c>, <c>exact output</c>, <c>output of one machine</c>.
/// </summary>
/// <param name="Where"><c>local</c> or <c>sandbox</c>.</param>
/// <param name="ExitCodes">The exit codes that are fine.</param>
/// <param name="IsDryRun">Whether only the order of targets is asked for: the block would run the tests that run it.</param>
/// <param name="Output">What is held of the output that is shown.</param>
internal sealed record RunMark(string Where, IReadOnlyList<int> ExitCodes, bool IsDryRun, OutputMatch Output)
{
    private const string Start = "runnable:";

    /// <summary>The mark of a block; null where it has none.</summary>
    /// <exception cref="FormatException">It is not written so.</exception>
    public static RunMark? Of(Block block)
    {
        if (block.Mark is not { } text || !text.StartsWith(Start, StringComparison.Ordinal)) return null;
        var parts = text[Start.Length..].Split(',', StringSplitOptions.TrimEntries);
        var mark = new RunMark(parts[0], [0], IsDryRun: false, OutputMatch.NumbersAside);
        if (mark.Where is not ("local" or "sandbox")) throw new FormatException($"{block}: {text}");
        return parts.Skip(1).Aggregate(mark, (so, part) => part switch
        {
            "dry run" => so with { IsDryRun = true },
            "exact output" => so with { Output = OutputMatch.Exact },
            "output of one machine" => so with { Output = OutputMatch.None },
            _ when part.StartsWith("exit code ", StringComparison.Ordinal) =>
                so with { ExitCodes = [.. part["exit code ".Length..].Split(" or ").Select(code => int.Parse(code, CultureInfo.InvariantCulture))] },
            _ => throw new FormatException($"{block}: '{part}' in '{text}'"),
        });
    }
}

/// <summary>What is held of the output that a page shows.</summary>
internal enum OutputMatch
{
    /// <summary>Its lines, whatever numbers stand in them.</summary>
    NumbersAside,

    /// <summary>Its lines as they stand: the same on every machine.</summary>
    Exact,

    /// <summary>Nothing: even its words are decided by how fast the machine is.</summary>
    None,
}
