namespace LoadTest.Configuration.Problems;

/// <summary>Something that the user has to know: an error, or a warning if its code says so.</summary>
/// <param name="Code">Its kind.</param>
/// <param name="What">What is wrong, with the value that was given. Never holds a secret.</param>
/// <param name="Origin">Where the value came from ("parameters.json line 7"); null when it came from nowhere.</param>
/// <param name="Fix">What to do about it, as an instruction.</param>
public sealed record Problem(ErrorCode Code, string What, string? Origin, string Fix)
{
    /// <summary>The text that a user sees: code and cause, then origin and fix on lines of their own.</summary>
    public override string ToString() => ProblemText.Render(this);
}
