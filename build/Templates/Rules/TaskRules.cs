using Build.Templates.Reading;
using Newtonsoft.Json.Linq;

namespace Build.Templates.Rules;

/// <summary>How a task runs.</summary>
public static class TaskRules
{
    internal static IEnumerable<TemplateRule> All =>
    [
        TemplateRule.Each("The image is named by its digest", ImageIsADigest),
        TemplateRule.Each("A container runs without privileges on a read-only root", ContainersAreConfined),
        TemplateRule.Each("A task listens on nothing", NothingListens),
        TemplateRule.Each("A container has two minutes to drain, and a log stream of its own", ContainersDrainAndLog),
        TemplateRule.Each("The task definition says where the settings are, and nothing else", EnvironmentIsMinimal),
    ];

    private static IEnumerable<(TemplateResource Task, JObject Container)> Containers(Template template) =>
        from task in template.ResourcesOfType("AWS::ECS::TaskDefinition")
        from container in Intrinsics.Elements(task.Properties["ContainerDefinitions"]).OfType<JObject>()
        select (task, container);

    private static IEnumerable<Finding> ImageIsADigest(Template template) =>
        from use in Containers(template)
        let image = Intrinsics.Text(use.Container["Image"])
        let parameter = image.StartsWith("${", StringComparison.Ordinal) ? template.Parameters[image[2..^1]] : null
        where parameter?.Value<string>("AllowedPattern")?.EndsWith("@sha256:[0-9a-f]{64}", StringComparison.Ordinal) != true
            || parameter["Default"] is not null
        select use.Task.Finding($"takes the image {image}, which need not be a digest.");

    private static IEnumerable<Finding> ContainersAreConfined(Template template)
    {
        foreach (var (task, container) in Containers(template))
        {
            var user = Intrinsics.Text(container["User"]).Split(':')[0];
            if (user is "" or "0" or "root") yield return task.Finding("runs as root.");
            if (Intrinsics.Text(container["ReadonlyRootFilesystem"]) != "true")
                yield return task.Finding("has a root that can be written to.");
            if (Intrinsics.Text(container["Privileged"]) == "true") yield return task.Finding("is privileged.");
            var dropped = Intrinsics.Elements(container.SelectToken("LinuxParameters.Capabilities.Drop")).Select(Intrinsics.Text);
            if (!dropped.Contains("ALL")) yield return task.Finding("keeps capabilities of the kernel.");
        }
    }

    private static IEnumerable<Finding> NothingListens(Template template) =>
        from use in Containers(template)
        from key in (string[])["PortMappings", "HealthCheck"]
        where use.Container.ContainsKey(key)
        select use.Task.Finding($"has {key}.");

    private static IEnumerable<Finding> ContainersDrainAndLog(Template template)
    {
        foreach (var (task, container) in Containers(template))
        {
            if (Intrinsics.Text(container["StopTimeout"]) != "120") yield return task.Finding("has no stop timeout of 120 s.");
            var log = container["LogConfiguration"];
            if (log?.Value<string>("LogDriver") != "awslogs") yield return task.Finding("does not log to CloudWatch.");
            if (Intrinsics.Text(log?["Options"]?["awslogs-stream-prefix"]).Length == 0) yield return task.Finding("has no stream prefix.");
        }
    }

    private static IEnumerable<Finding> EnvironmentIsMinimal(Template template) =>
        from use in Containers(template)
        let variables = Intrinsics.Elements(use.Container["Environment"])
        let names = variables.Select(variable => Intrinsics.Text(variable["Name"])).Order().ToArray()
        where !names.SequenceEqual(["AWS_REGION", "ENVIRONMENT", "SSM_PARAMETER_PREFIX"])
        select use.Task.Finding($"sets {string.Join(", ", names)}.");
}
