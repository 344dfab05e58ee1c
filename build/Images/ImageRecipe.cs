namespace Build.Images;

/// <summary>How an image is built.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Dockerfile">The file that says how.</param>
/// <param name="Folder">What it copies from.</param>
/// <param name="Platform">The system that it is for, such as <c>linux/arm64</c>.</param>
/// <param name="Arguments">Values for the Dockerfile, each as <c>NAME=value</c>.</param>
public sealed record ImageRecipe(string Name, string Dockerfile, string Folder, string Platform, IReadOnlyList<string> Arguments);
