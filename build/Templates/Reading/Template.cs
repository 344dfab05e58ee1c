using System.Text;
using Newtonsoft.Json.Linq;

namespace Build.Templates.Reading;

/// <summary>One CloudFormation template as it was written; nothing is resolved.</summary>
/// <param name="Name">File name without its extension, which is the stack's name in stacks.json.</param>
/// <param name="SizeInBytes">As CloudFormation counts it: UTF-8.</param>
/// <param name="Root">The whole template in its JSON form.</param>
public sealed record Template(string Name, int SizeInBytes, JObject Root)
{
    public JObject Parameters => Section("Parameters");

    public JObject Conditions => Section("Conditions");

    public JObject Resources => Section("Resources");

    public JObject Outputs => Section("Outputs");

    /// <exception cref="TemplateFormatException">See <see cref="TemplateYaml.Read"/>; or a section does not hold what it is for.</exception>
    public static Template Parse(string name, string text) =>
        TemplateShape.Checked(new(name, Encoding.UTF8.GetByteCount(text), TemplateYaml.Read(text, name + ".yaml")));

    /// <summary>Resources of a type such as <c>AWS::IAM::Role</c>, under their logical names.</summary>
    public IEnumerable<TemplateResource> ResourcesOfType(string type) => AllResources().Where(resource => resource.Type == type);

    /// <summary>Every resource, under its logical name.</summary>
    public IEnumerable<TemplateResource> AllResources() =>
        Resources.Properties().Select(resource => new TemplateResource(this, resource.Name, (JObject)resource.Value));

    /// <summary>A finding about a parameter, condition, resource or output, or about the whole template.</summary>
    /// <param name="where">Its name; a name that is none of them stands for the whole.</param>
    /// <param name="message">What is wrong.</param>
    public Finding Finding(string where, string message)
    {
        JObject[] sections = [Resources, Parameters, Outputs, Conditions];
        var named = sections.Select(section => section.Property(where, StringComparison.Ordinal)).FirstOrDefault(item => item is not null);
        return new Finding(Name + ".yaml", SourceLine.Of(named), where, message);
    }

    private JObject Section(string name) => Root[name] as JObject ?? [];
}
