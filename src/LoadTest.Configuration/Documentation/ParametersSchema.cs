using System.Globalization;
using LoadTest.Configuration.Options;
using LoadTest.Configuration.Options.Kinds;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LoadTest.Configuration.Documentation;

/// <summary>parameters.schema.json (JSON Schema 2020-12), made from the option table: for an editor's completion and checks.</summary>
public static class ParametersSchema
{
    /// <summary>The schema as indented JSON with line feeds.</summary>
    public static string Render(OptionTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var options = table.All.Where(option => !option.Secret).ToList();
        var schema = new JObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Parameters of dynamodb-load-test",
            ["anyOf"] = new JArray(Reference("settings"), Wrapped(), Reference("list")),
            ["$defs"] = new JObject { ["settings"] = Settings(options), ["list"] = List(options) },
        };
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using var json = new JsonTextWriter(text) { Formatting = Formatting.Indented, Indentation = 2 };
        schema.WriteTo(json);
        return text + "\n";
    }

    private static JObject Settings(List<Option> options)
    {
        var properties = new JObject { ["$schema"] = new JObject { ["type"] = "string" } };
        foreach (var option in options) properties[option.Name] = Property(option);
        foreach (var dead in DeadKeys.InJson)
            properties[dead] = new JObject { ["description"] = "Has no effect any more.", ["deprecated"] = true };
        return new JObject { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };
    }

    private static JObject Wrapped() => new()
    {
        ["type"] = "object",
        ["properties"] = new JObject { ["Parameters"] = new JObject { ["anyOf"] = new JArray(Reference("settings"), Reference("list")) } },
        ["required"] = new JArray("Parameters"),
    };

    private static JObject List(List<Option> options)
    {
        var keys = new JArray(options.Select(option => option.Name).Concat(DeadKeys.InJson));
        var rules = options.Select(option => new JObject
        {
            ["if"] = new JObject { ["properties"] = new JObject { ["ParameterKey"] = new JObject { ["const"] = option.Name } } },
            ["then"] = new JObject { ["properties"] = new JObject { ["ParameterValue"] = Reference($"settings/properties/{option.Name}") } },
        });
        var item = new JObject
        {
            ["type"] = "object",
            ["properties"] = new JObject { ["ParameterKey"] = new JObject { ["enum"] = keys } },
            ["required"] = new JArray("ParameterKey", "ParameterValue"),
            ["allOf"] = new JArray(rules),
        };
        return new JObject { ["type"] = "array", ["items"] = item };
    }

    private static JObject Property(Option option)
    {
        var unit = option.Unit is null ? "" : $" Unit: {option.Unit}.";
        var property = new JObject { ["description"] = $"{option.Help} Takes {option.Expected}.{unit}" };
        if (option.DefaultText is not null) property["default"] = option.DefaultText;
        // An empty text stands for a value that is not given.
        property["anyOf"] = new JArray(Forms(option.Shape).Prepend(new JObject { ["const"] = "" }));
        return property;
    }

    private static IEnumerable<JObject> Forms(ValueShape shape)
    {
        if (shape.Choices is { } choices) yield return new JObject { ["enum"] = new JArray(choices) };
        else yield return new JObject { ["type"] = "string", ["pattern"] = shape.Pattern };
        if (shape.Kind == JsonKind.Boolean) yield return new JObject { ["type"] = "boolean" };
        if (shape.Kind is not (JsonKind.Whole or JsonKind.Number)) yield break;
        var number = new JObject { ["type"] = shape.Kind == JsonKind.Whole ? "integer" : "number" };
        if (shape.Choices is { } numbers) number["enum"] = new JArray(numbers.Select(text => long.Parse(text, CultureInfo.InvariantCulture)));
        if (shape.Minimum is { } minimum) number["minimum"] = Number(minimum);
        if (shape.Maximum is { } maximum) number["maximum"] = Number(maximum);
        yield return number;
    }

    private static JObject Reference(string definition) => new() { ["$ref"] = $"#/$defs/{definition}" };

    // A whole number is written without a decimal point.
    private static JValue Number(double value) => value == Math.Floor(value) && Math.Abs(value) < 1e15 ? new JValue((long)value) : new JValue(value);
}
