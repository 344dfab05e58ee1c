using System.Text.Json;
using System.Text.Json.Serialization;
using LoadTest.Configuration.Problems;
using LoadTest.Configuration.Sources;

namespace LoadTest.Costs;

/// <summary>Reads a price table of the user's own; docs/costs.md describes the file.</summary>
public static partial class PriceFile
{
    /// <summary>Reads it.</summary>
    /// <exception cref="ProblemException">It cannot be read, or lacks a price, or has one below zero.</exception>
    public static PriceTable Read(string path)
    {
        try
        {
            var file = JsonSerializer.Deserialize(BoundedFile.ReadText(path), Json.Default.Content) ?? throw new JsonException("it is empty");
            var prices = new PriceTable(
                file.Date, file.Region, file.OnDemand.MillionWriteUnits, file.OnDemand.MillionReadUnits, file.Provisioned.WriteUnitHour, file.Provisioned.ReadUnitHour);
            double[] all = [prices.MillionWriteUnits, prices.MillionReadUnits, prices.WriteUnitHour, prices.ReadUnitHour];
            return all.All(price => price >= 0) ? prices : throw new JsonException("a price is below zero");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException or JsonException)
        {
            throw new ProblemException(
                new Problem(ErrorCodes.UnreadablePrices, $"the price table {path} cannot be read: {failure.Message}", "--prices", "write it as docs/costs.md shows, or leave --prices out"),
                failure);
        }
    }

    internal sealed record Content
    {
        public required DateOnly Date { get; init; }

        public required string Region { get; init; }

        public required OnDemandPrices OnDemand { get; init; }

        public required ProvisionedPrices Provisioned { get; init; }
    }

    internal sealed record OnDemandPrices
    {
        public required double MillionWriteUnits { get; init; }

        public required double MillionReadUnits { get; init; }
    }

    internal sealed record ProvisionedPrices
    {
        public required double WriteUnitHour { get; init; }

        public required double ReadUnitHour { get; init; }
    }

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
    [JsonSerializable(typeof(Content))]
    private sealed partial class Json : JsonSerializerContext;
}
