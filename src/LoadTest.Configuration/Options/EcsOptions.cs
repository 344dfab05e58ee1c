using LoadTest.Configuration.Options.Kinds;
using LoadTest.Configuration.Values;

namespace LoadTest.Configuration.Options;

/// <summary>The tasks that run the load test in AWS, and their image.</summary>
public static class EcsOptions
{
    private const OptionScope Deployed = OptionScope.Automation | OptionScope.Template;

    public static readonly Option<int> TaskCpu = new(
        "TaskCpu", OptionGroup.ECS, Kind.WholeOf(256, 512, 1024, 2048, 4096, 8192, 16384), "A task's CPU; 1024 are one vCPU.")
    { Default = 256, Unit = "CPU units", Scope = Deployed };

    public static readonly Option<int> TaskMemory = new(
        "TaskMemory", OptionGroup.ECS, Kind.Whole(512, 122_880), "A task's memory; which sizes there are depends on TaskCpu.")
    { Default = 512, Unit = "MiB", Scope = Deployed };

    public static readonly Option<CpuArchitecture> CpuArchitecture = new(
        "CpuArchitecture", OptionGroup.ECS,
        Kind.Choice(("X86_64", Values.CpuArchitecture.X64), ("ARM64", Values.CpuArchitecture.Arm64)), "The processor of image and task.")
    { Default = Values.CpuArchitecture.X64, Scope = Deployed };

    public static readonly Option<int> Tasks = new(
        "Tasks", OptionGroup.ECS, Kind.Whole(1, 1000),
        "How many tasks share the load: rate, concurrency, items and connections are totals, of which each takes its part.")
    { Default = 1, Unit = "tasks" };

    public static readonly Option<ContainerInsights> ContainerInsights = new(
        "ContainerInsights", OptionGroup.ECS,
        Kind.Choice(
            ("enabled", Values.ContainerInsights.Enabled), ("disabled", Values.ContainerInsights.Disabled),
            ("enhanced", Values.ContainerInsights.Enhanced)),
        "How much CloudWatch is told of the tasks; it has a price.")
    { Default = Values.ContainerInsights.Enabled, Scope = Deployed };

    public static readonly Option<string> ECSClusterName = new(
        "ECSClusterName", OptionGroup.ECS, Kind.Text("[A-Za-z0-9_-]{1,255}", "the name of a cluster", orEmpty: true),
        "The cluster to run in; the deployed stack's own when empty.")
    { Default = "", Scope = OptionScope.Automation };

    public static readonly Option<string> ECSTaskDefinition = new(
        "ECSTaskDefinition", OptionGroup.ECS,
        Kind.Text("[A-Za-z0-9_:/-]{1,300}", "the family, family:revision or ARN of a task definition", orEmpty: true),
        "The task definition to run; the deployed stack's own when empty.")
    { Default = "", Scope = OptionScope.Automation };

    public static readonly Option<string> ContainerImage = new(
        "ContainerImage", OptionGroup.ECR, Kind.Text(@"[A-Za-z0-9][A-Za-z0-9._:/@-]{0,511}", "an image with its digest or tag", orEmpty: true),
        "An image to run instead of building and pushing one; best by digest.")
    { Default = "", Scope = Deployed };

    public static readonly Option<string> ECRRepositoryName = new(
        "ECRRepositoryName", OptionGroup.ECR,
        Kind.Text(
            "[a-z0-9]+([._/-][a-z0-9]+)*", "a name of small letters and digits, with single points, hyphens, underscores or slashes between"),
        "The repository of the image.")
    { Default = "dynamodb-load-test", Scope = Deployed };

    public static readonly Option<int> ImagesToKeep = new(
        "ImagesToKeep", OptionGroup.ECR, Kind.Whole(1, 1000), "Tagged images that the repository keeps, the newest ones.")
    { Default = 10, Unit = "images", Scope = Deployed };

    public static readonly Option<bool> EmptyOnDelete = new(
        "EmptyOnDelete", OptionGroup.ECR, Kind.Boolean(), "Deleting the repository deletes its images too, and does not fail on them.")
    { Default = false, Scope = Deployed };

    /// <summary>The options of these groups, in the order of the lists.</summary>
    internal static IEnumerable<Option> All =>
    [
        Tasks, TaskCpu, TaskMemory, CpuArchitecture, ContainerInsights, ECSClusterName, ECSTaskDefinition, ContainerImage, ECRRepositoryName,
        ImagesToKeep, EmptyOnDelete,
    ];
}
