using System.Text;
using System.Text.Json;
using Amazon.Plumbing.Json;
using Amazon.Plumbing.Query;
using Amazon.Runtime;
using Compat.Tests.Models;

namespace Compat.Tests.Shapes;

/// <summary>Every response is read from an answer, and every request written and compared with the model, member for member.</summary>
[TestFixtureSource(typeof(Service), nameof(Service.All))]
internal sealed class ReadingAndWritingTests(Service service)
{
    private ServiceModel _model = null!;

    [OneTimeSetUp]
    public void Load() => _model = Botocore.Model(service.Folder);

    [Test]
    public void Every_member_is_read_from_an_answer_that_has_them_all() => Assert.Multiple(() =>
    {
        foreach (var (operation, _, type) in service.Operations)
        {
            if (_model.OfOperation(operation, "output") is not { } shape) continue;
            var response = _model.IsQuery ? XmlShapes.Read(type, Samples.Xml(operation + "Result", shape)) : Json(type, Samples.Json(shape)!.ToJsonString());
            Assert.That(Samples.Empty(response, operation), Is.Empty);
        }
    });

    [Test]
    public void Every_member_of_a_request_is_written_where_the_model_has_it() => Assert.Multiple(() =>
    {
        foreach (var (operation, type, _) in service.Operations)
        {
            var shape = _model.OfOperation(operation, "input")!;
            var request = (AmazonWebServiceRequest)Samples.Filled(type);
            var findings = _model.IsQuery
                ? QueryForm.FieldsOf(request).SelectMany(field => Field(shape, field.Name.Split('.'), field.Value, field.Name))
                : Value(shape, JsonDocument.Parse(JsonShapes.Write(request)).RootElement, operation);
            Assert.That(findings, Is.Empty);
        }
    });

    private static object Json(Type type, string json) => typeof(JsonShapes).GetMethod(nameof(JsonShapes.Read))!
        .MakeGenericMethod(type).Invoke(null, [new MemoryStream(Encoding.UTF8.GetBytes(json))])!;

    private static IEnumerable<string> Field(Shape shape, string[] path, string value, string where) => shape.Type switch
    {
        "structure" when path.Length > 0 && shape.Member(path[0]) is { } member => Field(member.Shape, path[1..], value, where),
        "list" when path is ["member", "1", ..] => Field(shape.Item, path[2..], value, where),
        "string" when path.Length == 0 => [],
        "boolean" when path.Length == 0 && value is "true" or "false" => [],
        "integer" or "long" when path.Length == 0 && value == "7" => [],
        _ => [$"{where} is no {shape.Type}"],
    };

    private static IEnumerable<string> Value(Shape shape, JsonElement json, string where) => (shape.Type, json.ValueKind) switch
    {
        ("structure", JsonValueKind.Object) => json.EnumerateObject().SelectMany(property => shape.Member(property.Name) is { } member
            ? Value(member.Shape, property.Value, $"{where}.{property.Name}")
            : [$"{where} has no {property.Name}"]),
        ("list", JsonValueKind.Array) => json.EnumerateArray().SelectMany(item => Value(shape.Item, item, where)),
        ("map", JsonValueKind.Object) => json.EnumerateObject().SelectMany(entry => Value(shape.Value, entry.Value, where)),
        ("string", JsonValueKind.String) or ("boolean", JsonValueKind.True) => [],
        ("integer" or "long", JsonValueKind.Number) when json.TryGetInt64(out _) => [],
        ("timestamp", JsonValueKind.Number) => [],
        _ => [$"{where}: {json.ValueKind} is no {shape.Type}"],
    };
}
