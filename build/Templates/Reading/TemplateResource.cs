using Newtonsoft.Json.Linq;

namespace Build.Templates.Reading;

/// <summary>One resource of a template.</summary>
/// <param name="Template">Where it stands.</param>
/// <param name="LogicalName">Its key under Resources.</param>
/// <param name="Body">Type, Condition, Properties and so on.</param>
public sealed record TemplateResource(Template Template, string LogicalName, JObject Body)
{
    public string Type => Body.Value<string>("Type") ?? "";

    public JObject Properties => Body[nameof(Properties)] as JObject ?? [];

    /// <summary>A property as text, see <see cref="Intrinsics.Text"/>; empty when it is not there.</summary>
    public string Text(string property) => Intrinsics.Text(Properties[property]);

    /// <summary>A finding about this resource.</summary>
    public Finding Finding(string message) => Template.Finding(LogicalName, message);
}
