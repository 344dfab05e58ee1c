using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;
using LoadTest.Configuration.Options;
using LoadTest.Configuration.Problems;
using LoadTest.Configuration.Values;

namespace LoadTest.Configuration.Tests.Options;

[TestFixture("")]
[TestFixture("de-DE")]
[TestFixture("tr-TR")]
public sealed class RoundTripTests(string culture)
{
    private static readonly Gen<TimeSpan> Durations = Gen.OneOf(
        Gen.Long[0, TimeSpan.FromDays(30).Ticks].Select(ticks => new TimeSpan(ticks)), Gen.Int[0, 100_000].Select(ms => TimeSpan.FromMilliseconds(ms)));

    private static readonly Gen<double> Rates = Gen.OneOf(Gen.Double[0, 1e9], Gen.Int[0, 5000].Select(rate => (double)rate));

    [SetUp]
    public void UseCulture() => Thread.CurrentThread.CurrentCulture = new CultureInfo(culture);

    public static IEnumerable<Option> All => KnownOptions.All;

    [TestCaseSource(nameof(All))]
    public void What_an_option_writes_it_reads_as_the_same_value(Option option) =>
        Values(option).Sample(
            value =>
            {
                var text = option.FormatValue(value);
                if (!option.TryParseValue(text, null, out var back, out var problem)) return problem.Code == ErrorCodes.OutOfRange;
                var shape = option.Shape;
                return back.Equals(value) && option.FormatValue(back) == text
                    && (shape.Pattern is null || Regex.IsMatch(text, shape.Pattern, RegexOptions.None, TimeSpan.FromSeconds(1))) && (shape.Choices is null || shape.Choices.Contains(text));
            },
            iter: 200, threads: 1);

    [TestCaseSource(nameof(All))]
    public void Any_text_is_read_or_gives_a_problem_and_never_throws(Option option) =>
        Gen.OneOf(Gen.String, Gen.String["0123456789.,:-+=<>%eEmshd KiBMGrampholdput"]).Sample(
            text =>
            {
                if (!option.TryParseValue(text, "here", out var value, out var problem))
                    return problem.Origin == "here" && problem.What.StartsWith(option.Name, StringComparison.Ordinal) && !problem.What.Contains('\n');
                return option.TryParseValue(option.FormatValue(value), null, out var back, out _) && back.Equals(value);
            },
            iter: 1000, threads: 1);

    private static Gen<object> Values(Option option)
    {
        var (minimum, maximum) = (option.Shape.Minimum ?? 0, option.Shape.Maximum ?? 1000);
        return option switch
        {
            Option<int> { Shape.Choices: { } choices } => OneOf(choices.ToArray()).Select(text => (object)int.Parse(text, CultureInfo.InvariantCulture)),
            Option<int> => Gen.Int[(int)minimum, (int)maximum].Select(value => (object)value),
            Option<long> => Gen.Long[(long)minimum, maximum >= long.MaxValue ? long.MaxValue : (long)maximum].Select(value => (object)value),
            Option<double> => Gen.Double[minimum, maximum].Select(value => (object)value),
            Option<bool> => Gen.Bool.Select(value => (object)value),
            Option<TimeSpan> => Durations.Select(value => (object)value),
            Option<Uri> => Gen.Int[1, 65_535].Select(port => (object)new UriBuilder("http", "127.0.0.1", port, "/path").Uri),
            Option<StageList> => Stages().Select(value => (object)value),
            Option<ThresholdList> => Thresholds().Select(value => (object)value),
            Option<OperationMix> => Mixes().Select(value => (object)value),
            Option<KeyDistributionSetting> => Distributions().Select(value => (object)value),
            Option<ItemSizesSetting> => Sizes().Select(value => (object)value),
            Option<LatencySetting> => Latencies().Select(value => (object)value),
            Option<TextList> => Gen.Int[0, 255].Select(id => "subnet-" + id.ToString("x8", CultureInfo.InvariantCulture)).Array[0, 4].Select(ids => (object)new TextList(ids)),
            Option<string> => Texts(option),
            _ => OneOf(option.Shape.Choices!.ToArray()).Select(word => Parse(option, word)),
        };
    }

    private static Gen<string> OneOf(string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    // Texts that the option takes, found among short ones of its own default's characters.
    private static Gen<object> Texts(Option option)
    {
        string[] examples =
        [
            option.DefaultText ?? "x1", "abcdef", "us-east-1", "us-east-1a", "10.2.0.0/20", "123456789012", "vpc-0123456789", "/a/b", "image@sha256:0a",
            "arn:aws:dynamodb:us-east-1:123456789012:table/abc", "arn:aws:kms:us-east-1:123456789012:key/0a-1b",
        ];
        return OneOf(examples.Where(text => option.TryParseValue(text, null, out _, out _)).ToArray()).Select(text => (object)text);
    }

    private static object Parse(Option option, string word) =>
        option.TryParseValue(word, null, out var value, out var problem) ? value : throw new AssertionException(problem.ToString());

    private static Gen<StageList> Stages() => Gen
        .Select(Gen.Bool, Rates, Rates, Durations.Select(duration => new TimeSpan(1 + (duration.Ticks / 10))))
        .Select((hold, from, to, duration) => hold ? new Stage(StageKind.Hold, to, to, duration) : new Stage(StageKind.Ramp, from, to, duration))
        .Array[1, 5].Select(stages => new StageList(stages));

    private static Gen<ThresholdList> Thresholds()
    {
        string[] units = ["p99<{0}ms", "put:service-p99.9<={0}s", "error-rate<{0}%", "achieved-rate>={0}/s", "throttles<={0}%baseline", "errors<{0}"];
        return Gen.Select(OneOf(units), Gen.Double[0.0001, 1e6])
            .Select((form, limit) => string.Format(CultureInfo.InvariantCulture, form, limit.ToString("0.####", CultureInfo.InvariantCulture)))
            .Array[1, 3].Select(texts => ThresholdsText.Parse(string.Join(',', texts.Distinct())).Value!);
    }

    private static Gen<KeyDistributionSetting> Distributions() => Gen
        .Select(Gen.Enum<KeyShape>(), Gen.Double[0.01, 10], Gen.Double[0.001, 100], Gen.Double[0, 100])
        .Select((shape, exponent, keys, traffic) => shape switch
        {
            KeyShape.Zipfian or KeyShape.Latest => new KeyDistributionSetting(shape, exponent),
            KeyShape.HotSet => new KeyDistributionSetting(shape, KeyPercentage: keys, TrafficPercentage: traffic),
            _ => new KeyDistributionSetting(shape),
        });

    private static Gen<ItemSizesSetting> Sizes() => Gen
        .Select(Gen.Enum<SizeShape>(), Gen.Int[64, 1000], Gen.Int[1000, 409_600], Gen.Double[0, 5])
        .Select((shape, smallest, largest, sigma) => shape switch
        {
            SizeShape.Uniform => new ItemSizesSetting(shape, smallest, largest),
            SizeShape.LogNormal => new ItemSizesSetting(shape, Sigma: sigma),
            SizeShape.Histogram => new ItemSizesSetting(shape, File: "data/sizes.csv"),
            _ => new ItemSizesSetting(shape),
        });

    private static Gen<OperationMix> Mixes() => Gen.Select(Gen.Int[1, 1000], Gen.Int[1, 1000], Gen.Bool).Select((put, get, reads) => new OperationMix(
        reads ? [new OperationWeight(OperationKind.Get, get), new OperationWeight(OperationKind.Put, put)] : [new OperationWeight(OperationKind.Put, put)]));

    private static Gen<LatencySetting> Latencies() => Gen.Select(Gen.Bool, Gen.Long[0, TimeSpan.TicksPerHour], Gen.Double[0, 5])
        .Select((isFixed, ticks, sigma) => isFixed
            ? new LatencySetting(LatencyShape.Fixed, new TimeSpan(ticks), 0)
            : new LatencySetting(LatencyShape.LogNormal, new TimeSpan(ticks), sigma));
}
