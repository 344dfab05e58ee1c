using LoadTest.Configuration.Options;
using LoadTest.Configuration.Problems;

namespace LoadTest.Configuration.Tests.Sources;

public sealed class DotEnvTests
{
    [TestCase("TABLE_NAME=plain")]
    [TestCase("\uFEFFTABLE_NAME=plain")]
    [TestCase("  export   TABLE_NAME = plain  ")]
    [TestCase("TABLE_NAME=plain # a comment")]
    [TestCase("TABLE_NAME=\"plain\" # a comment")]
    [TestCase("TABLE_NAME='plain'")]
    [TestCase("TABLE_NAME=plain\r")]
    public void A_value_is_read_however_it_is_written(string line)
    {
        using var folder = new SettingsFolder().With(".env.dev", line + "\n");
        var result = folder.Read();
        Assert.That(result.Problems, Is.Empty);
        Assert.That(result.Settings.Get(TableOptions.TableName), Is.EqualTo("plain"));
    }

    [TestCase("AWS_PROFILE=a#b", "a#b")]
    [TestCase("AWS_PROFILE='a # b'", "a # b")]
    [TestCase("""AWS_PROFILE="a \"b\" \\ $c" """, """a "b" \ $c""")]
    [TestCase("""AWS_PROFILE='a\nb'""", """a\nb""")]
    [TestCase("AWS_PROFILE=a=b", "a=b")]
    public void Quotes_hashes_and_equals_signs_inside_a_value_stay(string line, string expected)
    {
        using var folder = new SettingsFolder().With(".env.dev", line);
        Assert.That(folder.Read().Settings.Get(ConnectionOptions.Profile), Is.EqualTo(expected));
    }

    [Test]
    public void An_empty_value_gives_nothing()
    {
        using var folder = new SettingsFolder().With(".env.dev", "RATE=\nTOTAL_ITEMS=''\nAWS_PROFILE= # none\n");
        var result = folder.Read();
        Assert.Multiple(() =>
        {
            Assert.That(result.Problems, Is.Empty);
            Assert.That(result.Settings.IsGiven(LoadOptions.Rate), Is.False);
            Assert.That(result.Settings.IsGiven(LoadOptions.TotalItems), Is.False);
            Assert.That(result.Settings.IsGiven(ConnectionOptions.Profile), Is.False);
        });
    }

    [Test]
    public void A_key_that_stands_twice_takes_the_last_value_with_a_warning()
    {
        using var folder = new SettingsFolder().With(".env.dev", "TOTAL_ITEMS=1\nTOTAL_ITEMS=2\n");
        var result = folder.Read();
        Assert.Multiple(() =>
        {
            Assert.That(result.Settings.Get(LoadOptions.TotalItems), Is.EqualTo(2));
            Assert.That(result.Warnings.Single().Code, Is.EqualTo(ErrorCodes.Overridden));
            Assert.That(result.Warnings.Single().Origin, Is.EqualTo(".env.dev line 1 and .env.dev line 2"));
        });
    }
}
