namespace Cake.Docker;

/// <summary>Settings of <c>docker image build</c>.</summary>
public sealed class DockerImageBuildSettings : AutoToolSettings
{
    /// <summary>Values of the Dockerfile's arguments, each as <c>NAME=value</c>.</summary>
    public string[]? BuildArg { get; set; }

    /// <summary>The Dockerfile; PATH/Dockerfile when null.</summary>
    public string? File { get; set; }

    /// <summary>The system to build for, such as <c>linux/arm64</c>.</summary>
    public string? Platform { get; set; }

    /// <summary>Names of the image.</summary>
    public string[]? Tag { get; set; }
}
