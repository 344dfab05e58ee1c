namespace Cake.Docker;

/// <summary>Settings of <c>docker login</c>.</summary>
public sealed class DockerRegistryLoginSettings : AutoToolSettings
{
    /// <summary>Whether the password is read from the standard input.</summary>
    public bool? PasswordStdin { get; set; }

    /// <summary>The user.</summary>
    public string? Username { get; set; }
}
