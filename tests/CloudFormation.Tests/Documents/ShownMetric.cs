namespace CloudFormation.Tests.Documents;

/// <summary>A metric that dashboard or alarm shows.</summary>
/// <param name="Namespace">As CloudWatch names it.</param>
/// <param name="Name">Name of the metric.</param>
/// <param name="Dimensions">Names of its dimensions, in order of the alphabet and with commas between.</param>
/// <param name="Statistic">How tasks and intervals are put together.</param>
public sealed record ShownMetric(string Namespace, string Name, string Dimensions, string Statistic)
{
    public static ShownMetric Of(string space, string name, IEnumerable<string> dimensions, string statistic) =>
        new(space, name, string.Join(", ", dimensions.Order()), statistic);
}
