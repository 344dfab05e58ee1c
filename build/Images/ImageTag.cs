namespace Build.Images;

/// <summary>An image's tag: it names what the image is made of, so the same tag is always the same program.</summary>
/// <param name="Version">The project's version.</param>
/// <param name="Source">12 hexadecimal digits of the commit; of the content where there is no git.</param>
/// <param name="Architecture">The processor, in Docker's word.</param>
/// <param name="Difference">8 hexadecimal digits of the content where it differs from the commit; else null.</param>
public sealed record ImageTag(string Version, string Source, string Architecture, string? Difference)
{
    /// <summary><c>0.1.0-0123456789ab-amd64</c>, and <c>-dirty-01234567</c> behind it where something is not committed.</summary>
    public override string ToString() => $"{Version}-{Source}-{Architecture}{(Difference is null ? "" : $"-dirty-{Difference}")}";
}
