using Newtonsoft.Json.Linq;

namespace Build.Templates.Reading;

/// <summary>The least that a template must look like for the rules to make sense of it.</summary>
internal static class TemplateShape
{
    /// <summary>The template, if its sections are mappings of mappings, and each resource has a type.</summary>
    /// <exception cref="TemplateFormatException">They are not; the first place is named.</exception>
    public static Template Checked(Template template)
    {
        foreach (var name in (string[])["Parameters", "Conditions", "Resources", "Outputs"])
        {
            var section = template.Root.Property(name, StringComparison.Ordinal);
            if (section is null) continue;
            if (section.Value is not JObject items) throw Flaw(template, section, "is no mapping.");
            foreach (var item in items.Properties())
            {
                if (item.Value is not JObject body) throw Flaw(template, item, "is no mapping.");
                if (name == "Resources" && body["Type"] is not JValue { Value: string }) throw Flaw(template, item, "has no type.");
            }
        }

        return template;
    }

    private static TemplateFormatException Flaw(Template template, JProperty at, string what) =>
        new(new Finding(template.Name + ".yaml", SourceLine.Of(at), at.Name, what));
}
