using System.Globalization;
using System.Xml.Linq;
using Build.Templates.Reading;
using Build.Templates.Wiring;
using LoadTest.Configuration;
using TestSupport.Moto;

namespace CloudFormation.Tests.Moto;

/// <summary>Creates the stacks on moto in order, each with the outputs of those before it.</summary>
/// <param name="client">A region of moto that holds nothing yet.</param>
internal sealed class MotoDeployment(MotoClient client)
{
    public const string Region = "eu-west-1";
    private const string Version = "2010-05-15";
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> _outputs = [];

    public static string Image { get; } = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/dynamodb-load-test@sha256:" + new string('a', 64);

    /// <summary>Outputs by stack and name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Outputs => _outputs;

    /// <summary>Status of each stack after its creation, in order.</summary>
    public List<(string Stack, string Status)> Statuses { get; } = [];

    public async Task CreateAsync(Settings settings)
    {
        var parameters = new StackParameters(CommittedTemplates.All, settings, AutomationValues.Of(settings, Region, Image));
        foreach (var stack in parameters.Stacks)
        {
            var name = stack.PerEnvironment ? $"lt-{settings.Environment}-{stack.Name}" : $"lt-{stack.Name}";
            await client.QueryAsync("cloudformation", Version, "CreateStack", Arguments(name, stack, parameters.Of(stack, _outputs)));
            var answer = await client.QueryAsync("cloudformation", Version, "DescribeStacks", [("StackName", name)]);
            Statuses.Add((stack.Name, Texts(answer, "StackStatus").Single()));
            _outputs[stack.Name] = Elements(answer, "Outputs").Elements()
                .ToDictionary(output => Text(output, "OutputKey"), output => Text(output, "OutputValue"));
        }
    }

    /// <summary>The texts of every element of this name below an answer; its namespace does not matter.</summary>
    public static IEnumerable<string> Texts(XElement answer, string name) => Elements(answer, name).Select(element => element.Value);

    private static IEnumerable<XElement> Elements(XElement answer, string name) =>
        answer.Descendants().Where(element => element.Name.LocalName == name);

    private static string Text(XElement parent, string child) => parent.Elements().Single(element => element.Name.LocalName == child).Value;

    private static IEnumerable<(string, string)> Arguments(string name, Stack stack, IReadOnlyDictionary<string, string> parameters) =>
    [
        ("StackName", name),
        ("TemplateBody", File.ReadAllText(Path.Combine(CommittedTemplates.Folder, stack.TemplateFile))),
        .. stack.Capabilities.Select((capability, index) => ($"Capabilities.member.{Number(index)}", capability)),
        .. parameters.SelectMany((parameter, index) => new[]
        {
            ($"Parameters.member.{Number(index)}.ParameterKey", parameter.Key),
            ($"Parameters.member.{Number(index)}.ParameterValue", parameter.Value),
        }),
    ];

    private static string Number(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);
}
