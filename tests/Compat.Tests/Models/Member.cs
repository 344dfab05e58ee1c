using System.Text.Json;

namespace Compat.Tests.Models;

/// <summary>A member of a structure.</summary>
internal sealed class Member(string name, Shape shape, JsonElement json)
{
    public string Name => name;

    public Shape Shape => shape;

    public bool IsIdempotencyToken => json.TryGetProperty("idempotencyToken", out var token) && token.GetBoolean();

    /// <summary>The name on the wire where it is not the member's; null for all shapes that the stand-ins use.</summary>
    public string? LocationName => json.TryGetProperty("locationName", out var location) ? location.GetString() : null;
}
