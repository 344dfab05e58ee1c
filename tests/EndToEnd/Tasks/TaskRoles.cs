using EndToEnd.Aws;
using StandIns.Authorization.Identities;
using StandIns.Authorization.Policies;
using StandIns.Ecs;

namespace EndToEnd.Tasks;

/// <summary>ECS takes the roles of its tasks, as far as their trust policies let it.</summary>
internal sealed class TaskRoles(IamRoles roles, KeyRing keys)
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(6);

    /// <summary>What becomes of a task role's permissions before a task gets them: as they were deployed, or with one left out.</summary>
    public Func<Policy, Policy> Permissions { get; set; } = policy => policy;

    /// <summary>Keys of the role in the task definition that the program gets.</summary>
    /// <exception cref="StartFailedException">The role does not trust ECS, or not for this task.</exception>
    public async Task<AccessKey> TaskRoleAsync(string roleArn, string taskArn) => await TakeAsync(roleArn, taskArn, Permissions);

    /// <summary>Keys of the role with which ECS itself pulls the image and writes the log.</summary>
    /// <exception cref="StartFailedException">The role does not trust ECS, or not for this task.</exception>
    public async Task<AccessKey> ExecutionRoleAsync(string roleArn, string taskArn) => await TakeAsync(roleArn, taskArn, policy => policy);

    private async Task<AccessKey> TakeAsync(string roleArn, string taskArn, Func<Policy, Policy> permissions)
    {
        var onBehalf = new Dictionary<string, string> { ["aws:SourceAccount"] = Names.Account, ["aws:SourceArn"] = taskArn };
        if (!(await roles.TrustOfAsync(roleArn)).Trusts("ecs-tasks.amazonaws.com", roleArn, onBehalf))
            throw new StartFailedException($"ECS was unable to assume the role '{roleArn}' that was provided for this task.");

        var (role, task) = (roleArn[(roleArn.LastIndexOf('/') + 1)..], taskArn[(taskArn.LastIndexOf('/') + 1)..]);
        var session = new Principal($"arn:aws:sts::{Names.Account}:assumed-role/{role}/{task}", $"AROASANDBOX:{task}", permissions(await roles.PolicyOfAsync(roleArn)))
        {
            EndpointPolicies = await roles.EndpointPoliciesAsync(),
        };
        return keys.IssueSession(session, TimeProvider.System.GetUtcNow() + Life);
    }
}
