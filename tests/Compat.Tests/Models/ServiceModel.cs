using System.Text.Json;

namespace Compat.Tests.Models;

/// <summary>A service as botocore's <c>service-2.json</c> describes it.</summary>
internal sealed class ServiceModel(JsonElement root)
{
    private readonly JsonElement _shapes = root.GetProperty("shapes");
    private readonly JsonElement _metadata = root.GetProperty("metadata");

    public bool IsQuery => Metadata("protocol") == "query";

    /// <summary>A value of the metadata; null when the service has none.</summary>
    public string? Metadata(string name) => _metadata.TryGetProperty(name, out var value) ? value.GetString() : null;

    /// <summary>The shape of an operation's input or output; null when the service knows no such operation, or it has none.</summary>
    public Shape? OfOperation(string operation, string side) =>
        root.GetProperty("operations").TryGetProperty(operation, out var found) && found.TryGetProperty(side, out var shape)
            ? Find(shape.GetProperty("shape").GetString()!)
            : null;

    public bool HasOperation(string operation) => root.GetProperty("operations").TryGetProperty(operation, out _);

    /// <summary>A shape by its name; null when there is none.</summary>
    public Shape? Find(string name) => _shapes.TryGetProperty(name, out var shape) ? new Shape(name, shape, this) : null;
}
