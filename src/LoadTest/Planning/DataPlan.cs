using LoadTest.Configuration;
using LoadTest.Configuration.Options;
using LoadTest.Configuration.Problems;
using LoadTest.Configuration.Values;
using LoadTest.Costs;
using LoadTest.Items;
using LoadTest.Items.Templates;

namespace LoadTest.Planning;

/// <summary>What the items are like, and which of them operations go to: made of the settings and the files that they name.</summary>
/// <param name="Sizes">The sizes of the items.</param>
/// <param name="Template">The attributes that they have besides.</param>
/// <param name="Keys">Which of them operations go to.</param>
public sealed record DataPlan(ItemSizes Sizes, ItemTemplate Template, KeyDistribution Keys)
{
    // Enough to know an average to about a percent.
    private const int Sample = 20_000;
    private const double BytesPerWriteUnit = 1024;
    private const double BytesPerReadUnit = 4096;

    /// <summary>Makes the plan of the data.</summary>
    /// <exception cref="ProblemException">A file cannot be read, or does not hold what it should; all problems at once.</exception>
    public static DataPlan Of(Settings settings)
    {
        var problems = new List<Problem>();
        var plan = new DataPlan(SizesOf(settings, problems), TemplateOf(settings, problems), KeysOf(settings.Get(DataOptions.KeyDistribution)));
        return problems.Count == 0 ? plan : throw new ProblemException([.. problems]);
    }

    /// <summary>Whether all items are of one size.</summary>
    public bool HasOneSize => Sizes is FixedSizes && Template.Names.Count == 0;

    /// <summary>What items of these sizes cost on average.</summary>
    public SizeProfile ProfileOf(TableKeys keys, long seed)
    {
        // The run's id and start have no other length than these.
        var items = new ItemGenerator(new ItemForm
        {
            RunId = "20260102-030405-abcd",
            Seed = seed,
            StartedAt = DateTimeOffset.UnixEpoch.AddYears(56),
            Sizes = Sizes,
            Template = Template,
            Keys = keys,
        });
        double bytes = 0, write = 0, read = 0;
        for (var ordinal = 0; ordinal < Sample; ordinal++)
        {
            var size = items.SizeOf(ordinal);
            bytes += size;
            write += Math.Ceiling(size / BytesPerWriteUnit);
            read += Math.Ceiling(size / BytesPerReadUnit);
        }

        return new SizeProfile(bytes / Sample, write / Sample, read / Sample);
    }

    private static ItemSizes SizesOf(Settings settings, List<Problem> problems)
    {
        var setting = settings.Get(DataOptions.ItemSizes);
        var size = settings.Get(DataOptions.ItemSize);
        return setting.Shape switch
        {
            SizeShape.Uniform => new UniformSizes(setting.Smallest, setting.Largest),
            SizeShape.LogNormal => new LogNormalSizes(size, setting.Sigma),
            SizeShape.Histogram => DataFile.Read<ItemSizes>(
                setting.File, settings.Origin(DataOptions.ItemSizes), problems, SizeHistogramFile.Parse) ?? new FixedSizes(size),
            _ => new FixedSizes(size),
        };
    }

    private static ItemTemplate TemplateOf(Settings settings, List<Problem> problems)
    {
        var file = settings.Get(DataOptions.ItemTemplate);
        if (file.Length == 0) return ItemTemplate.None;
        string[] taken =
        [
            TableKeys.PartitionKey, ItemGenerator.PayloadName, ItemGenerator.TimestampName, ItemGenerator.RevisionName, ItemGenerator.UpdatesName,
            settings.Get(TableOptions.SortKey), settings.Get(TableOptions.IndexPartitionKey), settings.Get(TableOptions.IndexSortKey),
        ];
        return DataFile.Read(file, settings.Origin(DataOptions.ItemTemplate), problems, text => TemplateReader.Read(System.Text.Encoding.UTF8.GetBytes(text), taken)) ?? ItemTemplate.None;
    }

    private static KeyDistribution KeysOf(KeyDistributionSetting setting) => setting.Shape switch
    {
        KeyShape.Zipfian => new ZipfianKeys(setting.Exponent),
        KeyShape.Latest => new ZipfianKeys(setting.Exponent, newestFirst: true),
        KeyShape.HotSet => new HotSetKeys(setting.KeyPercentage, setting.TrafficPercentage),
        KeyShape.Sequential => new SequentialKeys(),
        KeyShape.Single => new SingleKey(),
        _ => new UniformKeys(),
    };
}
