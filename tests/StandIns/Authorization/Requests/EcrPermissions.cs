namespace StandIns.Authorization.Requests;

/// <summary>ECR: each call is about one repository, except the login.</summary>
internal static class EcrPermissions
{
    public static IEnumerable<Needed> Of(ServiceRequest request, Func<string, string> arn)
    {
        var action = "ecr:" + request.Operation;
        if (request.Json.TryGetProperty("repositoryName", out var name)) return [new(action, Repository(name.GetString()!, arn))];
        return request.Json.TryGetProperty("repositoryNames", out var names)
            ? names.EnumerateArray().Select(each => new Needed(action, Repository(each.GetString()!, arn)))
            : [new(action, request.Operation == "GetAuthorizationToken" ? Needed.AnyResource : Repository("*", arn))];
    }

    private static string Repository(string name, Func<string, string> arn) => arn("repository/" + name);
}
