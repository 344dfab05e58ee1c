using System.Globalization;
using Amazon.EC2;
using Amazon.EC2.Model;
using Amazon.Runtime;
using Build.Aws;
using Build.Errors;
using Build.Output;
using LoadTest.Configuration.Problems;

namespace Build.Ecs.Checks;

/// <summary>Whether the subnets have an address for each task.</summary>
internal sealed class AddressCheck(IAmazonEC2 ec2, Screen screen, AwsSession? session)
{
    /// <summary>Counts the free addresses. Who may not look is warned, and not refused: to run tasks that permission is not needed.</summary>
    public async Task<Problem?> CheckAsync(DeployedLoadTest place, int tasks, CancellationToken cancel)
    {
        var request = new DescribeSubnetsRequest { SubnetIds = [.. place.SubnetIds] };
        try
        {
            var answer = await AwsFailures.ExplainAsync("look at the subnets", session, () => ec2.DescribeSubnetsAsync(request, cancel), IsDenied);
            var free = (answer.Subnets ?? []).Sum(subnet => subnet.AvailableIpAddressCount ?? 0);
            return free >= tasks ? null : new Problem(
                ErrorCodes.AddressesMissing,
                string.Create(CultureInfo.InvariantCulture, $"{TaskName.Count(tasks)} need as many addresses, and the subnets {string.Join(", ", place.SubnetIds)} have {free} left"), null,
                string.Create(CultureInfo.InvariantCulture, $"take --tasks={Math.Max(free, 1)} or fewer, or deploy larger subnets (PrivateSubnetCidr)"));
        }
        catch (AmazonServiceException denied) when (IsDenied(denied))
        {
            screen.Error($"warning: the free addresses of the subnets could not be counted ({denied.Message})");
            return null;
        }
    }

    private static bool IsDenied(AmazonServiceException failure) => ServiceErrors.KindOf(failure) == ServiceErrorKind.Denied;
}
