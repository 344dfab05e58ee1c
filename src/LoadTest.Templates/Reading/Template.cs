using System.Text;
using Newtonsoft.Json.Linq;

namespace LoadTest.Templates.Reading;

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

    /// <exception cref="TemplateFormatException">See <see cref="TemplateYaml.Read"/>.</exception>
    public static Template Parse(string name, string text) =>
        new(name, Encoding.UTF8.GetByteCount(text), TemplateYaml.Read(text, name + ".yaml"));

    /// <summary>Resources of a type such as <c>AWS::IAM::Role</c>, under their logical names.</summary>
    public IEnumerable<TemplateResource> ResourcesOfType(string type) => AllResources().Where(resource => resource.Type == type);

    /// <summary>Every resource, under its logical name.</summary>
    public IEnumerable<TemplateResource> AllResources() =>
        Resources.Properties().Select(resource => new TemplateResource(this, resource.Name, (JObject)resource.Value));

    private JObject Section(string name) => Root[name] as JObject ?? [];
}
