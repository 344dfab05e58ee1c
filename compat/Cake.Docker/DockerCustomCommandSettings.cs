namespace Cake.Docker;

/// <summary>Settings of a command that has no alias of its own.</summary>
public sealed class DockerCustomCommandSettings : AutoToolSettings
{
}
