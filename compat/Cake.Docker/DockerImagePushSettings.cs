namespace Cake.Docker;

/// <summary>Settings of <c>docker push</c>.</summary>
public sealed class DockerImagePushSettings : AutoToolSettings
{
}
