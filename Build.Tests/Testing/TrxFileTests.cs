using Build.Testing;
using TestSupport;

namespace Build.Tests.Testing;

[TestFixture]
internal sealed class TrxFileTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void Create() => _folder = new TemporaryFolder();

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public void Outcomes_are_counted_and_a_skipped_test_keeps_its_fixture_and_reason()
    {
        var result = Read("""
            <UnitTestResult testId="a" outcome="Passed" /><UnitTestResult testId="a" outcome="Passed" />
            <UnitTestResult testId="a" outcome="Failed" /><UnitTestResult testId="a" outcome="Timeout" />
            <UnitTestResult testId="b" outcome="NotExecuted"><Output><ErrorInfo><Message>no
            java</Message></ErrorInfo></Output></UnitTestResult>
            <UnitTestResult testId="b" outcome="NotExecuted" />
            """);
        Assert.Multiple(() =>
        {
            Assert.That((result.Passed, result.Failed, result.Flaw), Is.EqualTo((2, 2, (string?)null)));
            Assert.That(result.Skipped, Is.EqualTo(new[] { new SkippedTest("Contract", "no java"), new SkippedTest("Contract", "no reason given") }));
        });
    }

    [Test]
    public void A_missing_file_is_a_flaw_unless_a_filter_may_have_left_nothing()
    {
        Assert.That(TrxFile.Read(_folder.Path, "X.Tests", mayBeEmpty: false).Flaw, Is.EqualTo("reported nothing: it did not start, or crashed"));
        Assert.That(TrxFile.Read(_folder.Path, "X.Tests", mayBeEmpty: true).Flaw, Is.Null);
    }

    [Test]
    public void A_file_without_tests_is_a_flaw_unless_a_filter_may_have_left_nothing()
    {
        Assert.That(Read("").Flaw, Is.EqualTo("holds no test"));
        Assert.That(Read("", mayBeEmpty: true).Flaw, Is.Null);
    }

    [Test]
    public void A_broken_file_is_a_flaw()
    {
        _folder.Write("X.Tests.trx", "<TestRun><Results>");
        Assert.That(TrxFile.Read(_folder.Path, "X.Tests", mayBeEmpty: true).Flaw, Is.EqualTo("crashed while it wrote its report"));
    }

    [TestCase("""<ResultSummary outcome="Aborted" />""", "was aborted")]
    [TestCase(
        """<ResultSummary outcome="Failed"><RunInfos><RunInfo outcome="Error"><Text>Test host process crashed : Stack overflow.</Text></RunInfo></RunInfos></ResultSummary>""",
        "was aborted: Test host process crashed : Stack overflow.")]
    public void A_crash_is_a_flaw_though_every_reported_test_passed(string summary, string flaw) =>
        Assert.That(Read("""<UnitTestResult testId="a" outcome="Passed" />""", summary: summary).Flaw, Is.EqualTo(flaw));

    [Test]
    public void Totals_name_the_reasons_to_skip_and_count_a_flaw_as_a_failure()
    {
        var totals = new TestTotals(
        [
            new ProjectResult("A.Tests", 10, 0, [new SkippedTest("One", "no java"), new SkippedTest("Two", "no npm")], null),
            new ProjectResult("B.Tests", 5, 1, [new SkippedTest("One", "no java")], null),
            new ProjectResult("C.Tests", 0, 0, [], "holds no test"),
        ]);
        Assert.Multiple(() =>
        {
            Assert.That(totals.Line, Is.EqualTo("15 passed, 2 failed, 3 skipped"));
            Assert.That(totals.SkippedLines, Is.EqualTo(["skipped 2: no java [A.Tests/One, B.Tests/One]", "skipped 1: no npm [A.Tests/Two]"]));
            Assert.That(totals.FlawLines, Is.EqualTo(["C.Tests holds no test"]));
        });
    }

    [Test]
    public void Every_test_project_of_the_solution_is_expected_to_report()
    {
        var folders = Directory.EnumerateFiles(TestSupport.RepositoryRoot.Combine("tests"), "*.Tests.csproj", SearchOption.AllDirectories)
            .Select(Path.GetFileNameWithoutExtension);
        Assert.That(TestProjects.In(TestSupport.RepositoryRoot.Combine("LoadTest.slnx")), Is.EquivalentTo(folders));
    }

    private ProjectResult Read(string results, bool mayBeEmpty = false, string summary = """<ResultSummary outcome="Completed" />""")
    {
        _folder.Write("X.Tests.trx", $"""
            <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
              <Results>{results}</Results>
              <TestDefinitions>
                <UnitTest id="a"><TestMethod className="X.Tests.Unit" /></UnitTest><UnitTest id="b"><TestMethod className="X.Tests.Contract" /></UnitTest>
              </TestDefinitions>
              {summary}
            </TestRun>
            """);
        return TrxFile.Read(_folder.Path, "X.Tests", mayBeEmpty);
    }
}
