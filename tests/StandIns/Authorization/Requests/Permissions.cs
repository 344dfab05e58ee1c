namespace StandIns.Authorization.Requests;

/// <summary>Which permissions a request needs: the service authorization reference, as far as the load test and its automation go.</summary>
/// <param name="account">The account whose resources they are.</param>
public sealed class Permissions(string account)
{
    /// <summary>Every permission that the request needs. A service without rules of its own here needs its action on anything.</summary>
    public IReadOnlyList<Needed> Of(ServiceRequest request)
    {
        var scope = request.Scope!;
        string Arn(string resource) => $"arn:aws:{scope.Service}:{scope.Region}:{account}:{resource}";
        return scope.Service switch
        {
            // Nobody can be denied to ask who they are.
            "sts" when request.Operation == "GetCallerIdentity" => [],
            "dynamodb" => [.. DynamoDbPermissions.Of(request, Arn)],
            "ssm" => [.. SsmPermissions.Of(request, Arn)],
            "s3" => [.. S3Permissions.Of(request)],
            "ec2" => [Ec2Permissions.Of(request, Arn)],
            "ecs" => [.. EcsPermissions.Of(request, Arn)],
            "ecr" => [.. EcrPermissions.Of(request, Arn)],
            "logs" => [.. LogsPermissions.Of(request, Arn)],
            "cloudformation" => [CloudFormationPermissions.Of(request, Arn)],
            "monitoring" => [new("cloudwatch:" + request.Operation, Needed.AnyResource)],
            _ => [new($"{scope.Service}:{request.Operation}", Needed.AnyResource)],
        };
    }
}
