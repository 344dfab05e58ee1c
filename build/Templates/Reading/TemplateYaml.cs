using Newtonsoft.Json.Linq;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Build.Templates.Reading;

/// <summary>
/// Reads a template's YAML as the JSON it stands for: <c>!Ref X</c> becomes <c>{"Ref": "X"}</c>, <c>!GetAtt A.B</c>
/// <c>{"Fn::GetAtt": ["A", "B"]}</c>. Every scalar stays the text that was written: no date or number is changed by reading it.
/// </summary>
public static class TemplateYaml
{
    /// <exception cref="TemplateFormatException">The text is no YAML mapping, repeats a key, or holds an anchor or an alias.</exception>
    public static JObject Read(string text, string file)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            var parser = new Parser(new StringReader(text));
            parser.Consume<StreamStart>();
            parser.Consume<DocumentStart>();
            return Node(parser, file) as JObject ?? throw TemplateFormatException.At(file, 1, "a template is a mapping.");
        }
        catch (YamlException broken)
        {
            throw TemplateFormatException.At(file, broken.Start.Line, broken.Message, broken);
        }
    }

    private static JToken Node(IParser parser, string file)
    {
        if (parser.Current is AnchorAlias alias) throw Refused(file, alias, "an alias");
        if (parser.Current is NodeEvent { Anchor.IsEmpty: false } anchored) throw Refused(file, anchored, "an anchor");
        return parser.Current switch
        {
            MappingStart start => Tagged(start.Tag, Mapping(parser, file)),
            SequenceStart start => Tagged(start.Tag, Sequence(parser, file)),
            _ => Scalar(parser.Consume<Scalar>()),
        };
    }

    private static TemplateFormatException Refused(string file, ParsingEvent at, string what) =>
        TemplateFormatException.At(file, at.Start.Line, $"CloudFormation does not take {what}.");

    private static JObject Mapping(IParser parser, string file)
    {
        var mapping = new JObject();
        mapping.AddAnnotation(LineOf(parser.Consume<MappingStart>()));
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = parser.Consume<Scalar>();
            if (mapping.ContainsKey(key.Value))
                throw TemplateFormatException.At(file, key.Start.Line, $"the key {key.Value} is there twice.");
            var property = new JProperty(key.Value, Node(parser, file));
            property.AddAnnotation(LineOf(key));
            mapping.Add(property);
        }

        return mapping;
    }

    private static SourceLine LineOf(ParsingEvent read) => new((int)read.Start.Line);

    private static JArray Sequence(IParser parser, string file)
    {
        parser.Consume<SequenceStart>();
        var sequence = new JArray();
        while (!parser.TryConsume<SequenceEnd>(out _)) sequence.Add(Node(parser, file));
        return sequence;
    }

    private static JToken Scalar(Scalar scalar) =>
        !scalar.Tag.IsEmpty && scalar.Tag.Value == "!GetAtt"
            ? new JObject { ["Fn::GetAtt"] = new JArray(scalar.Value.Split('.', 2)) }
            : Tagged(scalar.Tag, new JValue(scalar.Value));

    private static JToken Tagged(TagName tag, JToken value)
    {
        if (tag.IsEmpty || !tag.Value.StartsWith('!') || tag.Value.Length < 2) return value;
        var name = tag.Value[1..];
        return new JObject { [name is "Ref" or "Condition" ? name : $"Fn::{name}"] = value };
    }
}
