using LoadTest.Configuration.Documentation;
using LoadTest.Configuration.Options;
using TestSupport;

namespace LoadTest.Configuration.Tests.Documentation;

public sealed class CommittedFilesTests
{
    [Test]
    public void The_parameters_page_is_what_the_table_says() =>
        Check(ParametersDocument.Render(KnownOptions.Table), "docs", "parameters.md");

    [Test]
    public void The_schema_is_what_the_table_says() => Check(ParametersSchema.Render(KnownOptions.Table), "parameters.schema.json");

    // With LOADTEST_ACCEPT=true the file is written anew: this is how it is made.
    private static void Check(string rendered, params string[] path)
    {
        var file = RepositoryRoot.Combine(path);
        if (Environment.GetEnvironmentVariable("LOADTEST_ACCEPT") == "true")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, rendered);
        }

        Assert.That(
            File.ReadAllText(file), Is.EqualTo(rendered),
            "The option table has changed: run the tests once with LOADTEST_ACCEPT=true, and commit the file.");
    }
}
