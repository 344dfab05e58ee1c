using System.Text.Json.Nodes;
using StandIns.Wire;

namespace StandIns;

/// <summary>Answers the actions of a service with the JSON protocol by code.</summary>
internal static class JsonService
{
    /// <summary>Lets code answer these actions; it is called for several requests at once, and refuses with <see cref="RefusedException"/>.</summary>
    public static void Serve(this WireServer server, string service, IEnumerable<string> actions, Func<string, JsonObject, JsonObject> answer)
    {
        foreach (var action in actions) server.Given(service, action, request => Answer(request, answer));
    }

    private static WireAnswer Answer(WireRequest request, Func<string, JsonObject, JsonObject> answer)
    {
        try
        {
            return WireAnswer.Json(answer(request.Action, JsonNode.Parse(request.Body)!.AsObject()).ToJsonString());
        }
        catch (RefusedException refused)
        {
            return WireAnswer.JsonError(refused.Code, refused.Message, refused.Status);
        }
    }
}
