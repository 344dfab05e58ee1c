using System.Globalization;
using Build.Output;
using Build.Stacks.Calls;
using Build.Templates.Reading;

namespace Build.Stacks.Removal;

/// <summary>Shows what will go and what will stay, before anything is asked.</summary>
public sealed class RemovalPreview(StackCalls calls, StackSource source, Screen screen)
{
    /// <summary>A line for each stack with what it consists of, in the order in which they go; then the data, and what stays.</summary>
    public async Task ShowAsync(RemovalOrder order, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(order);
        foreach (var (stack, deployed) in Enumerable.Reverse(order.Stacks))
        {
            var resources = (await calls.ResourcesAsync(deployed.Name, cancel))
                .Where(resource => !string.IsNullOrEmpty(resource.ResourceType) && !IsKept(stack, resource.LogicalResourceId));
            var types = resources.GroupBy(resource => resource.ResourceType, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => group.Count() == 1 ? group.Key : string.Create(CultureInfo.InvariantCulture, $"{group.Count()} {group.Key}"))
                .DefaultIfEmpty("nothing but what its template keeps");
            screen.Line($"delete {deployed.Name} ({deployed.Status.Value}): {string.Join(", ", types)}");
        }

        if (order.Table is { } table) screen.Line(string.Create(CultureInfo.InvariantCulture, $"delete the table {table.Name} with {table.Items} items"));
        foreach (var bucket in order.Buckets) screen.Line($"delete the bucket {bucket.Name} with {bucket.Holds}");
        if (order.Repository is { } repository) screen.Line($"delete every image in {repository}");
        foreach (var stays in order.Stays) screen.Line($"keep {stays}");
    }

    private bool IsKept(Stack stack, string logicalName) =>
        (source.Templates[stack.Name].Resources[logicalName]?["DeletionPolicy"]?.ToString() ?? "").StartsWith("Retain", StringComparison.Ordinal);
}
