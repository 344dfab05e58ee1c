using LoadTest.Configuration.Options;
using LoadTest.Configuration.Sources;

namespace LoadTest.Configuration.Tests.Sources;

public sealed class ReadingTests
{
    [Test]
    public void Without_any_source_every_option_has_its_default()
    {
        var result = SettingsReader.Read(new SettingsInput());
        Assert.Multiple(() =>
        {
            Assert.That(result.Problems, Is.Empty);
            Assert.That(result.Warnings, Is.Empty);
            foreach (var option in KnownOptions.All)
            {
                Assert.That(result.Settings.Text(option), Is.EqualTo(option.DefaultText), option.Name);
                Assert.That(result.Settings.Origin(option), Is.EqualTo("default"), option.Name);
                Assert.That(result.Settings.IsGiven(option), Is.False, option.Name);
            }
        });
    }
}
