using EndToEnd.Aws;
using EndToEnd.Docker;
using StandIns.Authorization;
using StandIns.Authorization.Requests;
using StandIns.Ecr;
using StandIns.Ecs;

namespace EndToEnd.Tasks;

/// <summary>Runs a task as Fargate does: takes its roles, pulls its image as one of them, and gives the container the keys of the other.</summary>
internal sealed class ContainerStarter(DockerEngine docker, TaskRoles roles, TaskEndpoint endpoint, RegistryTokens logins, Authorizer authorizer) : ITaskStarter
{
    /// <summary>What the memory of a task, by its id, is in place of what its definition says, in MiB; null for the latter.</summary>
    public Func<string, int?> MemoryMiB { get; set; } = _ => null;

    public async Task<IStartedContainer> StartAsync(ContainerStart start)
    {
        var definition = start.Definition.Json;
        var execution = await roles.ExecutionRoleAsync((string)definition["executionRoleArn"]!, start.TaskArn);
        var task = await roles.TaskRoleAsync((string)definition["taskRoleArn"]!, start.TaskArn);
        try
        {
            if (authorizer.Refusal(execution.Owner, "ecr", new Needed("ecr:GetAuthorizationToken", Needed.AnyResource)) is { } denied) throw new DockerException(denied);
            await docker.PullAsync(start.Image, logins.Issue(execution.Owner).Token);
        }
        catch (DockerException refused)
        {
            throw new StartFailedException($"CannotPullContainerError: {refused.Message}");
        }

        var variables = new Dictionary<string, string>(start.Variables)
        {
            ["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"] = endpoint.PathOf(task),
            ["AWS_DEFAULT_REGION"] = Names.Region,
            ["AWS_EXECUTION_ENV"] = "AWS_ECS_FARGATE",
            ["ECS_CONTAINER_METADATA_URI_V4"] = endpoint.MetadataOf(start.TaskId, new Uri(start.Variables["ECS_CONTAINER_METADATA_URI_V4"])),
        };
        var declared = await docker.VolumesOfAsync(start.Image);
        try
        {
            var container = ContainerOfTask.Of(start with { MemoryMiB = MemoryMiB(start.TaskId) ?? start.MemoryMiB }, variables, declared, endpoint.PathOf(execution));
            return new TaskContainer(docker, await docker.RunAsync(container));
        }
        catch (DockerException refused)
        {
            throw new StartFailedException($"CannotStartContainerError: {refused.Message}");
        }
    }
}
