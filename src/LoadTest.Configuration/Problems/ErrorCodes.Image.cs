namespace LoadTest.Configuration.Problems;

public static partial class ErrorCodes
{
    public static readonly ErrorCode DockerMissing = new(
        "LT0401", "Docker missing", ExitCode.Failed,
        "The image is built and pushed by the docker program, and there is none on the path.",
        "Install Docker, or give an image that is in a registry already: --container-image=NAME@sha256:DIGEST.");

    public static readonly ErrorCode DockerNotRunning = new(
        "LT0402", "Docker not running", ExitCode.Failed,
        "The docker program is there, and its daemon does not answer.",
        "Start it: sudo systemctl start docker, or Docker Desktop; with DOCKER_HOST or a docker context, check where it points to.");

    public static readonly ErrorCode DockerNotAllowed = new(
        "LT0403", "Docker not allowed", ExitCode.Failed,
        "The docker daemon's socket is there, and this user may not use it.",
        "Let the user in: sudo usermod -aG docker \"$USER\", and log in again.");

    public static readonly ErrorCode ImageNotBuilt = new(
        "LT0404", "Image not built", ExitCode.Failed,
        "The build of the image failed; what Docker says is above the error.",
        "Mostly the base image cannot be fetched: docker pull tells why; --base-image names another one.");

    public static readonly ErrorCode WrongArchitecture = new(
        "LT0405", "Image for another processor", ExitCode.Failed,
        "The image is not for the processor that CpuArchitecture names, so tasks could not start from it.",
        "Take a base image for that processor, or correct CpuArchitecture.");

    public static readonly ErrorCode TagTaken = new(
        "LT0406", "Tag taken", ExitCode.Failed,
        "The repository holds another image under the same tag already, and its tags cannot be moved.",
        "Run the same command again: it takes the image that is there. To push another one, commit the change, which gives another tag.");

    public static readonly ErrorCode ImageNotPushed = new(
        "LT0407", "Image not pushed", ExitCode.Failed,
        "The registry did not take the image, or does not show it after the push.",
        "Do what the message says, and run the same command again: layers that arrived are not sent twice.");

    public static readonly ErrorCode ImageWithoutDigest = new(
        "LT0408", "Image without a digest", ExitCode.Usage,
        "An image that is given is named by a tag, which may name another image tomorrow.",
        "Give it by its digest: --container-image=NAME@sha256:DIGEST.");

    public static readonly ErrorCode RepositoryMissing = new(
        "LT0409", "Repository missing", ExitCode.Failed,
        "The registry of the account and region has no repository of the name in ECRRepositoryName.",
        "Deploy the registry's stack, or correct ECRRepositoryName.");

    private static ErrorCode[] Image =>
    [
        DockerMissing, DockerNotRunning, DockerNotAllowed, ImageNotBuilt, WrongArchitecture, TagTaken, ImageNotPushed, ImageWithoutDigest,
        RepositoryMissing,
    ];
}
