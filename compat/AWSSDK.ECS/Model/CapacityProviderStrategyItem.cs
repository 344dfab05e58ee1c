namespace Amazon.ECS.Model;

/// <summary>A share of tasks for a capacity provider.</summary>
public sealed class CapacityProviderStrategyItem
{
    public string CapacityProvider { get; set; }

    public int? Weight { get; set; }

    public int? Base { get; set; }
}
