namespace Build.Images;

/// <summary>Makes sure that there is a repository to push to.</summary>
public interface IRegistryStack
{
    /// <summary>Returns when the repository is there.</summary>
    Task EnsureRegistryAsync(CancellationToken cancel);
}
