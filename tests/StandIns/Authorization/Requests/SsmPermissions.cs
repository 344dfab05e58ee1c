using System.Text.Json;

namespace StandIns.Authorization.Requests;

/// <summary>Parameters of Systems Manager: by path, or by name.</summary>
internal static class SsmPermissions
{
    public static IEnumerable<Needed> Of(ServiceRequest request, Func<string, string> arn)
    {
        string Parameter(string name) => arn("parameter/" + name.TrimStart('/'));
        var action = "ssm:" + request.Operation;
        return request.Operation switch
        {
            "GetParametersByPath" => [new(action, Parameter(request.Json.GetProperty("Path").GetString()!))],
            "GetParameters" or "DeleteParameters" => request.Json.GetProperty("Names").EnumerateArray()
                .Select(name => new Needed(action, Parameter(name.GetString()!))),
            _ when request.Json.TryGetProperty("Name", out JsonElement name) => [new(action, Parameter(name.GetString()!))],
            _ => [new(action, Needed.AnyResource)],
        };
    }
}
