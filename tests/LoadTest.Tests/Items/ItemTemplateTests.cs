using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;
using LoadTest.Engine.Execution;
using LoadTest.Items;
using LoadTest.Items.Templates;

namespace LoadTest.Tests.Items;

public sealed class ItemTemplateTests
{
    private const string Order = """
        {
          "customer": "C-{{number:1..500}}", // who
          "total": "{{number:-20..9000}}",
          "state": "{{choice:open|paid|sent \"late\"}}",
          "id": "{{uuid}}",
          "n": "{{ordinal}}",
          "note": "{{text:20}}, gr\u00fcn",
          "fixed": 12.50,
          "flag": true,
          "nothing": null,
          "lines": [1, "{{text:3}}", { "sku": "{{text:8}}" }]
        }
        """;

    [Test]
    public void Every_kind_of_value_is_filled_in()
    {
        var item = ItemOf(Order, ordinal: 7);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((string)item["customer"]!["S"]!, Does.Match("^C-[0-9]{1,3}$"));
            Assert.That(int.Parse((string)item["total"]!["N"]!, System.Globalization.CultureInfo.InvariantCulture), Is.InRange(-20, 9000));
            Assert.That((string)item["state"]!["S"]!, Is.AnyOf("open", "paid", "sent \"late\""));
            Assert.That(Guid.TryParse((string)item["id"]!["S"]!, out var id) && id.Version == 4, Is.True);
            Assert.That((string)item["n"]!["N"]!, Is.EqualTo("7"));
            Assert.That((string)item["note"]!["S"]!, Does.Match("^[A-Za-z0-9_-]{20}, grün$"));
            Assert.That((string)item["fixed"]!["N"]!, Is.EqualTo("12.50"));
            Assert.That((bool)item["flag"]!["BOOL"]!, Is.True);
            Assert.That((bool)item["nothing"]!["NULL"]!, Is.True);
            Assert.That((string)item["lines"]!["L"]![2]!["M"]!["sku"]!["S"]!, Has.Length.EqualTo(8));
        }
    }

    [Test]
    public void An_item_with_a_template_has_the_size_that_was_asked_for()
    {
        foreach (var ordinal in Enumerable.Range(0, 300))
        {
            var item = ItemOf(Order, ordinal);
            Assert.That(item.Sum(attribute => Encoding.UTF8.GetByteCount(attribute.Key) + SizeOf(attribute.Value!)), Is.EqualTo(900), $"item {ordinal}");
        }
    }

    [Test]
    public void The_official_client_is_given_the_same()
    {
        var items = Generator(Order);
        var attributes = new ItemAttributes(items).Item(Phase.Measured, 3);
        var json = ItemOf(Order, 3);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(attributes.Keys, Is.EquivalentTo(json.Select(member => member.Key)));
            Assert.That(attributes["customer"].S, Is.EqualTo((string)json["customer"]!["S"]!));
            Assert.That(attributes["lines"].L[2].M["sku"].S, Is.EqualTo((string)json["lines"]!["L"]![2]!["M"]!["sku"]!["S"]!));
            Assert.That(attributes["payload"].S, Is.EqualTo((string)json["payload"]!["S"]!));
        }
    }

    [TestCase("{\n\"a\": \"{{nmber:1..2}}\"}", "line 2: 'nmber:1..2' is no placeholder: there are {{number:1..100}}, {{text:20}}, {{choice:red|green|blue}}, {{uuid}} and {{ordinal}}")]
    [TestCase("{\"a\": \"{{number:5..2}}\"}", "line 1: 'number:5..2' is no placeholder: there are {{number:1..100}}, {{text:20}}, {{choice:red|green|blue}}, {{uuid}} and {{ordinal}}")]
    [TestCase("{\"a\":\n \"{{text:4\"}", "line 2: a placeholder is not closed in '{{text:4'")]
    [TestCase("{\"a\": 1,\n\n\"a\": 2}", "line 3: a is there twice")]
    [TestCase("{\n\"payload\": 1}", "line 2: the run itself writes the attribute payload")]
    [TestCase("{\"a\": 1,\n", "line 2: the JSON is broken there")]
    [TestCase("[1]", "line 1: a template is a JSON object")]
    [TestCase("{\"a\": 1e99}", "line 1: 1e99 has more digits than DynamoDB keeps")]
    public void A_bad_template_is_refused_with_line_and_reason(string json, string message) => Assert.That(
        () => TemplateReader.Read(Encoding.UTF8.GetBytes(json), ["pk", "payload"]), Throws.TypeOf<DataFileException>().With.Message.EqualTo(message));

    private static ItemGenerator Generator(string template) => new(new ItemForm
    {
        RunId = "run",
        Seed = 4,
        StartedAt = DateTimeOffset.UnixEpoch.AddYears(56),
        Sizes = new FixedSizes(900),
        Template = TemplateReader.Read(Encoding.UTF8.GetBytes(template), []),
    });

    private static JsonObject ItemOf(string template, long ordinal)
    {
        var json = new ArrayBufferWriter<byte>();
        new ItemJson(Generator(template)).WriteItem(Phase.Measured, ordinal, json);
        return JsonNode.Parse(json.WrittenSpan)!.AsObject();
    }

    // DynamoDB's rules, written a second time: texts are bytes, numbers pairs of digits and one more, containers three and one for each entry.
    private static int SizeOf(JsonNode typed)
    {
        var (type, value) = typed.AsObject().Single();
        switch (type)
        {
            case "S":
                return Encoding.UTF8.GetByteCount((string)value!);
            case "N":
                return SizeOfNumber((string)value!);
            case "L":
                return 3 + value!.AsArray().Sum(entry => 1 + SizeOf(entry!));
            case "M":
                return 3 + value!.AsObject().Sum(entry => 1 + Encoding.UTF8.GetByteCount(entry.Key) + SizeOf(entry.Value!));
            default:
                return 1;
        }
    }

    private static int SizeOfNumber(string text)
    {
        var parts = text.TrimStart('-').Split('.');
        var (whole, fraction) = (parts[0], parts.Length > 1 ? parts[1] : "");
        var digits = new string('0', whole.Length % 2) + whole + fraction + new string('0', fraction.Length % 2);
        string[] pairs = [.. digits.Chunk(2).Select(pair => new string(pair))];
        return 1 + pairs.SkipWhile(pair => pair == "00").Reverse().SkipWhile(pair => pair == "00").Count() + (text.StartsWith('-') ? 1 : 0);
    }
}
