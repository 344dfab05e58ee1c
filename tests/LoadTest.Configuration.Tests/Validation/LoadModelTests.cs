using LoadTest.Configuration.Problems;
using LoadTest.Configuration.Sources;
using LoadTest.Configuration.Tests.Sources;
using LoadTest.Configuration.Validation;

namespace LoadTest.Configuration.Tests.Validation;

public sealed class LoadModelTests
{
    // Sources from high to low: flags | .env.dev | parameters.json, each as "Name=value ...".
    [TestCase("", "", "", "Closed from default: rate  stages  for  items 10000")]
    [TestCase("rate=5 duration=10s", "TOTAL_ITEMS=7", "", "Open from --rate: rate 5 stages  for 10s items ")]
    [TestCase("", "", "Rate=5 Duration=1m", "Open from parameters.json line 1: rate 5 stages  for 1m items ")]
    [TestCase("concurrency-limit=3", "RATE=5", "Duration=1m", "Closed from --concurrency-limit: rate  stages  for 1m items ")]
    [TestCase("total-items=3", "RATE=5", "Duration=1m", "Closed from --total-items: rate  stages  for  items 3")]
    [TestCase("duration=10s", "", "TotalItems=7", "Closed from parameters.json line 1: rate  stages  for 10s items ")]
    [TestCase("", "", "TotalItems=7 Duration=10s", "Closed from parameters.json line 1: rate  stages  for 10s items 7")]
    [TestCase("duration=10s", "", "", "Closed from default: rate  stages  for 10s items ")]
    [TestCase("duration=10s", "RATE=5", "", "Open from .env.dev line 1: rate 5 stages  for 10s items ")]
    [TestCase("stages=ramp:10:5s,hold:10:5s", "RATE=5", "Duration=1m", "Open from --stages: rate  stages ramp:0..10:5s,hold:10:5s for 10s items ")]
    [TestCase("duration=7s", "", "Stages=ramp:10:5s,hold:10:5s", "Open from parameters.json line 1: rate  stages ramp:0..10:5s,hold:10:5s for 7s items ")]
    [TestCase("duration=1h", "", "Stages=hold:10:5s", "Open from parameters.json line 1: rate  stages hold:10:5s for 5s items ")]
    [TestCase("rate=5 duration=1s", "", "Stages=hold:10:5s", "Open from --rate: rate 5 stages  for 1s items ")]
    public void The_highest_source_that_names_a_model_decides(string flags, string dotenv, string parameters, string expected)
    {
        var result = Read(flags, dotenv, parameters);
        Assert.That(result.Problems, Is.Empty);
        var load = result.Settings.Load;
        var duration = load.Duration is { } time ? Configuration.Values.DurationText.Format(time) : "";
        Assert.That(FormattableString.Invariant($"{load.Model} from {load.Origin}: rate {load.Rate} stages {load.Stages} for {duration} items {load.TotalItems}"), Is.EqualTo(expected));
    }

    [TestCase("rate=5 total-items=7 duration=1s", "", "Rate and TotalItems exclude each other")]
    [TestCase("stages=hold:1:1s concurrency-limit=7", "", "Stages and ConcurrencyLimit exclude each other")]
    [TestCase("rate=5 stages=hold:1:1s", "", "Rate and Stages exclude each other")]
    [TestCase("stages=hold:1:1s duration=1s", "", "Stages and Duration exclude each other")]
    [TestCase("duration=1s", "Rate=5 MaxConcurrencyPercentage=50", "Rate and MaxConcurrencyPercentage exclude each other")]
    [TestCase("rate=5", "", "Rate needs a Duration, and none is given")]
    public void One_source_that_names_both_is_an_error(string flags, string parameters, string expected) =>
        Assert.That(Read(flags, "", parameters).Problems.Select(problem => problem.What), Does.Contain(expected));

    [Test]
    public void A_contradiction_below_the_deciding_source_does_no_harm() =>
        Assert.That(Read("rate=5 duration=1s", "", "Rate=5 TotalItems=7").Problems, Is.Empty);

    [Test]
    public void A_rate_in_the_deployed_settings_is_no_contradiction_to_the_item_count_that_is_always_deployed()
    {
        var result = SettingsReader.Read(new SettingsInput
        {
            Ssm = new Dictionary<string, string> { ["/p/total-items"] = "10000", ["/p/concurrency-limit"] = "100", ["/p/settings"] = """{"Rate": 5, "Duration": "1m"}""" },
        });
        Assert.That(result.Problems, Is.Empty);
        Assert.That(result.Settings.Load, Is.EqualTo(new LoadSettings(LoadModel.Open, "SSM parameter /p/settings line 1") { Rate = 5, Duration = TimeSpan.FromMinutes(1) }));
    }

    [TestCase("max-duration=1m duration=50s warm-up=11s", "MaxDuration (1m) ends the run before its planned time is over")]
    [TestCase("miss-percentage=5 operation-mix=put=1,scan=1", "MissPercentage needs gets or queries, and OperationMix has none")]
    [TestCase("operation-mix=query-index=1", "query-index needs an index, and no IndexName is given")]
    [TestCase("operation-mix=batch-write=1 batch-items=26", "batch-write takes 25 items at the most (was 26)")]
    [TestCase("operation-mix=transact-get=1 transaction-items=100 item-size=100KB", "TransactionItems times ItemSize is 10000000 bytes, and a transaction takes 4194304 at the most")]
    [TestCase("sort-key=payload", "SortKey cannot be 'payload': the run itself writes that attribute")]
    [TestCase("index-name=own index-partition-key=a index-sort-key=a", "IndexPartitionKey and IndexSortKey are the same attribute (a)")]
    [TestCase("duplicate-percentage=5 operation-mix=get=1", "DuplicatePercentage needs puts, and OperationMix has none")]
    [TestCase("index-name=byDate", "IndexName needs IndexPartitionKey, and none is given")]
    [TestCase("index-sort-key=date", "IndexSortKey needs IndexName, and none is given")]
    public void Settings_that_need_each_other_are_checked_together(string flags, string expected)
    {
        var problem = Read(flags, "", "").Problems.Single();
        Assert.That(problem.What, Is.EqualTo(expected));
        Assert.That(problem.Code, Is.AnyOf(ErrorCodes.Contradiction, ErrorCodes.MissingValue));
    }

    [TestCase("rate=5 duration=soon", "LT0103")]
    [TestCase("rate=5 duration=", "LT0110")]
    [TestCase("rate=5 duraton=1m", "LT0101")]
    [TestCase("index-name=byDate index-partition-key=*", "LT0103")]
    [TestCase("rate=5 item-size=x", "LT0103 LT0110")]
    [TestCase("index-name=byDate item-size=x", "LT0103 LT0110")]
    public void What_was_given_wrongly_is_not_missing_and_what_is_missing_is_said_beside_it(string flags, string codes) =>
        Assert.That(string.Join(' ', Read(flags, "", "").Problems.Select(problem => problem.Code.Id)), Is.EqualTo(codes));

    [TestCase("dev", "orders", "", "dev-orders")]
    [TestCase("dev", "dev-orders", "", "dev-orders")]
    [TestCase("dev", "development", "", "dev-development")]
    [TestCase("dev", "orders", "arn:aws:dynamodb:eu-west-1:123456789012:table/given", "given")]
    public void The_table_has_the_environment_in_front_once(string environment, string table, string arn, string expected) =>
        Assert.That(Read($"environment={environment} table-name={table} table-arn={arn}", "", "").Settings.TableName, Is.EqualTo(expected));

    [Test]
    public void A_table_name_that_is_too_long_with_the_environment_is_refused() =>
        Assert.That(Read($"table-name={new string('x', 252)}", "", "").Problems.Single().Code, Is.EqualTo(ErrorCodes.OutOfRange));

    private static SettingsResult Read(string flags, string dotenv, string parameters)
    {
        using var folder = new SettingsFolder().With(".env.dev", dotenv.Replace(' ', '\n'));
        var pairs = parameters.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).Select(pair => $"\"{pair[0]}\": \"{pair[1]}\"");
        return folder.With("parameters.json", $"{{{string.Join(", ", pairs)}}}").Read(flags.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
