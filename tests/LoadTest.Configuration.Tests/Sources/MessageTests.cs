using LoadTest.Configuration.Problems;
using LoadTest.Configuration.Sources;

namespace LoadTest.Configuration.Tests.Sources;

/// <summary>Every message as a user sees it, in three cultures.</summary>
[TestFixture("")]
[TestFixture("de-DE")]
[TestFixture("tr-TR")]
public sealed class MessageTests(string culture)
{
    [SetUp]
    public void UseCulture() => Thread.CurrentThread.CurrentCulture = new System.Globalization.CultureInfo(culture);

    [TestCase("total-items=abc", "LT0103 TotalItems is not a whole number (was 'abc')\n  from: --total-items\n  fix: give a whole number from 1 to 1000000000000")]
    [TestCase("total-items=1,5", "LT0103 TotalItems is not a whole number (was '1,5')\n  from: --total-items\n  fix: give a whole number from 1 to 1000000000000")]
    [TestCase("total-items=0", "LT0104 TotalItems is below 1 (was '0')\n  from: --total-items\n  fix: give a whole number from 1 to 1000000000000")]
    [TestCase("total-items=1000000000001", "LT0104 TotalItems is above 1000000000000 (was '1000000000001')\n  from: --total-items\n  fix: give a whole number from 1 to 1000000000000")]
    [TestCase("total-items=99999999999999999999", "LT0104 TotalItems is above 1000000000000 (was '99999999999999999999')\n  from: --total-items\n  fix: give a whole number from 1 to 1000000000000")]
    [TestCase("max-cost=1,5", "LT0103 MaxCost is not a number (was '1,5')\n  from: --max-cost\n  fix: give a number from 0 to 1000000")]
    [TestCase("max-cost=NaN", "LT0103 MaxCost is not a number (was 'NaN')\n  from: --max-cost\n  fix: give a number from 0 to 1000000")]
    [TestCase("max-cost=-0.5", "LT0104 MaxCost is below 0 (was '-0.5')\n  from: --max-cost\n  fix: give a number from 0 to 1000000")]
    [TestCase("max-concurrency-percentage=0.05%", "LT0104 MaxConcurrencyPercentage is below 0.1 (was '0.05%')\n  from: --max-concurrency-percentage\n  fix: give a percentage from 0.1 to 100")]
    [TestCase("duplicate-percentage=much", "LT0103 DuplicatePercentage is not a percentage (was 'much')\n  from: --duplicate-percentage\n  fix: give a percentage from 0 to 100")]
    [TestCase("duration=10 apples", "LT0103 Duration is not a duration (was '10 apples')\n  from: --duration\n  fix: give a duration from 1ms to 720h, such as 500ms, 10s or 1h30m")]
    [TestCase("duration=0", "LT0104 Duration is below 1ms (was '0')\n  from: --duration\n  fix: give a duration from 1ms to 720h, such as 500ms, 10s or 1h30m")]
    [TestCase("key-distribution=gauss", "LT0105 KeyDistribution names a distribution that does not exist (was 'gauss')\n  from: --key-distribution\n  fix: give uniform, zipfian:0.99 or latest:0.99 (the exponent, 0.01 to 10), hot-set:20:80 (percent of the keys and of the traffic), sequential or single")]
    [TestCase("key-distribution=zipfian:0", "LT0104 KeyDistribution has an exponent outside 0.01 to 10 (was 'zipfian:0')\n  from: --key-distribution\n  fix: give uniform, zipfian:0.99 or latest:0.99 (the exponent, 0.01 to 10), hot-set:20:80 (percent of the keys and of the traffic), sequential or single")]
    [TestCase("key-distribution=hot-set:20", "LT0103 KeyDistribution is not of the form hot-set:PERCENT-OF-KEYS:PERCENT-OF-TRAFFIC (was 'hot-set:20')\n  from: --key-distribution\n  fix: give uniform, zipfian:0.99 or latest:0.99 (the exponent, 0.01 to 10), hot-set:20:80 (percent of the keys and of the traffic), sequential or single")]
    [TestCase("item-sizes=uniform:63..100", "LT0104 ItemSizes has a size that is below 64 (was 'uniform:63..100')\n  from: --item-sizes\n  fix: give fixed (every item of ItemSize), uniform:256..4096 (bytes), log-normal:0.5 (sigma; ItemSize is the median) or histogram:FILE (lines of size and count)")]
    [TestCase("item-sizes=log-normal:9", "LT0104 ItemSizes has a sigma outside 0 to 5 (was 'log-normal:9')\n  from: --item-sizes\n  fix: give fixed (every item of ItemSize), uniform:256..4096 (bytes), log-normal:0.5 (sigma; ItemSize is the median) or histogram:FILE (lines of size and count)")]
    [TestCase("item-size=63", "LT0104 ItemSize is below 64 (was '63')\n  from: --item-size\n  fix: give a size from 64 to 409600 bytes, such as 1024, 4KiB or 1KB (1000)")]
    [TestCase("item-size=401KiB", "LT0104 ItemSize is above 409600 (was '401KiB')\n  from: --item-size\n  fix: give a size from 64 to 409600 bytes, such as 1024, 4KiB or 1KB (1000)")]
    [TestCase("item-size=64.5", "LT0103 ItemSize is not a whole number of bytes (was '64.5')\n  from: --item-size\n  fix: give a size from 64 to 409600 bytes, such as 1024, 4KiB or 1KB (1000)")]
    [TestCase("cleanup-after-test=maybe", "LT0103 CleanupAfterTest is neither true nor false (was 'maybe')\n  from: --cleanup-after-test\n  fix: give true or false")]
    [TestCase("verify=some", "LT0105 Verify is none of the choices (was 'some')\n  from: --verify\n  fix: give all, sample or none")]
    [TestCase("environment=Prod!", "LT0103 Environment does not have the right form (was 'Prod!')\n  from: --environment\n  fix: give a name of up to 20 small letters, digits and hyphens, such as local, dev or prod")]
    [TestCase("endpoint-url=localhost:8000", "LT0103 EndpointUrl is not the address of a server (was 'localhost:8000')\n  from: --endpoint-url\n  fix: give an address such as http://127.0.0.1:8000, without user name or query")]
    [TestCase("endpoint-url=http://me:word@host/?token=t", "LT0103 EndpointUrl holds a user name (was '***@host/?***')\n  from: --endpoint-url\n  fix: give an address such as http://127.0.0.1:8000, without user name or query")]
    [TestCase("stages=jump:5:1s", "LT0103 Stages has a flaw in stage 1, which is neither a ramp, a hold, a step nor a spike (was 'jump:5:1s')\n  from: --stages\n  fix: give stages such as ramp:1000:30s,hold:1000:5m, ramp:100..2000:1m, step:100..500:5:10m or spike:2000:30s")]
    [TestCase("stages=ramp:5:1s,hold:x:1s", "LT0103 Stages has a flaw in stage 2, which has no rate that can be read (was 'ramp:5:1s,hold:x:1s')\n  from: --stages\n  fix: give stages such as ramp:1000:30s,hold:1000:5m, ramp:100..2000:1m, step:100..500:5:10m or spike:2000:30s")]
    [TestCase("operation-mix=put=70,fly=30", "LT0105 OperationMix names an operation that does not exist (was 'put=70,fly=30')\n  from: --operation-mix\n  fix: give operations with whole weights from 1 to 1000, such as put=70,get=30 (operations: put, get, update, delete, query, query-index, scan, batch-write, batch-get, transact-write, transact-get)")]
    [TestCase("fault-latency=slow", "LT0103 FaultLatency is no latency (was 'slow')\n  from: --fault-latency\n  fix: give a latency such as fixed:5ms or log-normal:5ms:0.5 (median and sigma)")]
    [TestCase("rate=", "LT0110 --rate has no value\n  from: --rate\n  fix: give a number from 0.001 to 1000000000: --rate=VALUE")]
    [TestCase("rate", "LT0110 --rate has no value\n  from: --rate\n  fix: give a number from 0.001 to 1000000000: --rate=VALUE")]
    [TestCase("totl-items=5", "LT0101 --totl-items is no option\n  from: the command line\n  fix: did you mean --total-items?")]
    [TestCase("sky=blue", "LT0101 --sky is no option\n  from: the command line\n  fix: list the options with --help")]
    [TestCase("vpc-cidr=10.0.0.0/16", "LT0101 --vpc-cidr is no option\n  from: the command line\n  fix: list the options with --help")]
    [TestCase("rate=5", "LT0110 Rate needs a Duration, and none is given\n  from: --rate\n  fix: say how long: --duration=1m")]
    public void A_flag_that_is_wrong_says_so(string flag, string expected) =>
        Assert.That(ProblemText.Render(SettingsReader.Read(new SettingsInput { Flags = SettingsFolder.Flags(flag) }).Problems), Is.EqualTo(expected));

    [TestCase("log-retention-days=8", "LT0105 LogRetentionDays is none of the allowed numbers (was '8')\n  from: --log-retention-days\n  fix: give one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653")]
    [TestCase("subnet-ids=subnet-00000001,x", "LT0103 SubnetIds has an entry of another form, 'x' (was 'subnet-00000001,x')\n  from: --subnet-ids\n  fix: give ids such as subnet-0123456789abcdef0, with commas between them, or nothing")]
    [TestCase("task-memory=4096", "LT0113 Fargate has no task of 256 CPU units and 4096 MiB\n  from: default and --task-memory\n  fix: with TaskCpu 256, give TaskMemory as 512, 1024, 2048")]
    public void A_deployment_flag_that_is_wrong_says_so(string flag, string expected)
    {
        using var folder = new SettingsFolder();
        Assert.That(ProblemText.Render(folder.ReadForDeployment(flag).Problems), Is.EqualTo(expected));
    }

    [TestCase("parameters.json", "{", "LT0106 parameters.json is not JSON\n  from: parameters.json line 1, column 1\n  fix: mend it there: mostly a comma, a quote or a bracket is missing or left over")]
    [TestCase("parameters.json", "7", "LT0107 parameters.json holds no settings\n  from: parameters.json line 1, column 1\n  fix: write a plain object, {\"Parameters\": {...}}, or a list of ParameterKey and ParameterValue")]
    [TestCase("parameters.json", "{\"Seed\":null}", "LT0107 Seed is no text, number or boolean\n  from: parameters.json line 1, column 12\n  fix: give a whole number from 0 to 9223372036854775807")]
    [TestCase(".env.dev", "\nnonsense here\n", "LT0111 .env.dev has a line that is no KEY=VALUE\n  from: .env.dev line 2\n  fix: write KEY=VALUE, or start the line with #")]
    [TestCase(".env.dev", "TABLE_NAME=\"open\n", "LT0111 the quotes around the value of TABLE_NAME do not match\n  from: .env.dev line 1\n  fix: close the quotes on the same line")]
    [TestCase("parameters.json", "{\"Rate\":5,\"TotalItems\":7,\"Duration\":1}", "LT0109 Rate and TotalItems exclude each other\n  from: parameters.json line 1 and parameters.json line 1\n  fix: keep Rate for a rate whatever the answers do, or TotalItems for a number in flight")]
    public void A_file_that_is_wrong_says_so(string name, string text, string expected)
    {
        using var folder = new SettingsFolder().With(name, text);
        Assert.That(ProblemText.Render(folder.Read().Problems), Is.EqualTo(expected));
    }

    [TestCase("parameters.json", "{\"TotlItems\":5}", "LT0151 TotlItems is no setting, and is ignored\n  from: parameters.json line 1\n  fix: did you mean TotalItems?")]
    [TestCase(".env.dev", "TOTL_ITEMS=5", "LT0151 TOTL_ITEMS is no setting, and is ignored\n  from: .env.dev line 1\n  fix: did you mean TOTAL_ITEMS?")]
    [TestCase(".env.dev", "SKY=blue", "LT0151 SKY is no setting, and is ignored\n  from: .env.dev line 1\n  fix: remove it, or see docs/parameters.md for what there is")]
    [TestCase(".env.dev", "ENABLE_X=1\nENABLE_X=2", "LT0154 ENABLE_X is given twice, and the last line counts\n  from: .env.dev line 1 and .env.dev line 2\n  fix: remove all but one\nLT0152 ENABLE_X has no effect any more\n  from: .env.dev line 2\n  fix: remove it when convenient")]
    [TestCase(".env.dev", "ENVIRONMENT=prod", "LT0153 the environment stays dev (from default): a source that it chooses cannot change it\n  from: .env.dev line 1\n  fix: remove Environment there, or choose it with --environment")]
    [TestCase("parameters.json", "{\"AWS_SECRET_ACCESS_KEY\":\"x\"}", "LT0155 AWS_SECRET_ACCESS_KEY is a secret, and is ignored here\n  from: parameters.json line 1\n  fix: remove it from there, and keep it in a profile or the environment")]
    public void A_file_that_is_odd_warns(string name, string text, string expected)
    {
        using var folder = new SettingsFolder().With(name, text);
        var result = folder.Read();
        Assert.That(result.Problems, Is.Empty);
        Assert.That(ProblemText.Render(result.Warnings), Is.EqualTo(expected));
    }

    [Test]
    public void A_wrong_value_that_is_overridden_warns()
    {
        using var folder = new SettingsFolder().With("parameters.json", """{"TotalItems": "abc"}""");
        var result = folder.Read("total-items=5");
        Assert.That(result.Problems, Is.Empty);
        Assert.That(result.Warnings.Single().ToString(), Is.EqualTo(
            "LT0154 TotalItems is not a whole number (was 'abc'); it does not matter only because of --total-items\n  from: parameters.json line 1\n"
            + "  fix: give a whole number from 1 to 1000000000000"));
    }

    [Test]
    public void All_problems_of_all_sources_come_at_once()
    {
        using var folder = new SettingsFolder().With("parameters.json", "{\"Seed\": -1,\n\"TaskCpu\": 3}").With(".env.dev", "ITEM_SIZE=1\n?\n");
        var result = SettingsReader.Read(folder.Input("rat=5", "verify=x", "verify=y") with
        {
            Environment = new Dictionary<string, string> { ["WARM_UP"] = "long" },
            Ssm = new Dictionary<string, string> { ["/p/settings"] = "{\"MaxCost\": -1}", ["/p/concurrency-limit"] = "0" },
        });
        Assert.That(result.Problems.Select(problem => problem.Origin), Is.EquivalentTo(new[]
        {
            "the command line", "--verify and --verify", ".env.dev line 2", "--verify", "parameters.json line 1", "parameters.json line 2", ".env.dev line 1",
            "environment variable WARM_UP", "SSM parameter /p/settings line 1", "SSM parameter /p/concurrency-limit",
        }));
        Assert.That(() => result.SettingsOrThrow(), Throws.TypeOf<ProblemException>().With.Property("Problems").Count.EqualTo(10));
    }
}
