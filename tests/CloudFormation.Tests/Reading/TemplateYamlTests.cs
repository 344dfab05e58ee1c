using Build.Templates.Reading;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CloudFormation.Tests.Reading;

public sealed class TemplateYamlTests
{
    [TestCase("a: !Ref B", """{"a": {"Ref": "B"}}""")]
    [TestCase("a: !GetAtt B.C.D", """{"a": {"Fn::GetAtt": ["B", "C.D"]}}""")]
    [TestCase("a: !GetAtt [B, C]", """{"a": {"Fn::GetAtt": ["B", "C"]}}""")]
    [TestCase("a: !Condition B", """{"a": {"Condition": "B"}}""")]
    [TestCase("a: !Sub x${B}", """{"a": {"Fn::Sub": "x${B}"}}""")]
    [TestCase("a: !If [B, !Ref C, !Ref AWS::NoValue]", """{"a": {"Fn::If": ["B", {"Ref": "C"}, {"Ref": "AWS::NoValue"}]}}""")]
    [TestCase("a: !Select [1, !Split ['/', !Ref B]]", """{"a": {"Fn::Select": ["1", {"Fn::Split": ["/", {"Ref": "B"}]}]}}""")]
    [TestCase("Version: 2012-10-17", """{"Version": "2012-10-17"}""")]
    public void A_template_is_read_as_the_json_it_stands_for(string yaml, string json)
    {
        var read = TemplateYaml.Read(yaml, "x.yaml");

        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
        var expected = JToken.ReadFrom(reader);
        Assert.That(JToken.DeepEquals(read, expected), Is.True, read.ToString());
    }

    [TestCase("a: [1", "x.yaml:")]
    [TestCase("a: 1\na: 2", "x.yaml:2: file: the key a is there twice")]
    [TestCase("a: &x 1\nb: *x", "x.yaml:1: file: CloudFormation does not take an anchor")]
    [TestCase("a: *x", "x.yaml:1: file: CloudFormation does not take an alias")]
    [TestCase("- a", "x.yaml:1: file: a template is a mapping")]
    public void A_broken_template_is_refused_with_file_and_line(string yaml, string says) =>
        Assert.That(() => TemplateYaml.Read(yaml, "x.yaml"), Throws.TypeOf<TemplateFormatException>().With.Message.Contains(says));
}
