namespace LocalDynamo.Tests.Contract;

/// <summary>Numbers: how they come back, and which are refused.</summary>
internal static class NumberCases
{
    private static readonly string[] Texts =
    [
        "0", "-0", "0.0", "0e999", "1", "-1", "+5", ".5", "5.", "00012", "1.50", "-1.50", "1e3", "1E-5", "12e-1", "1e100", "1e125",
        "1e126", "-1e126", "1e-130", "1e-131",
        "9.9999999999999999999999999999999999999E+125", "99999999999999999999999999999999999999E+88",
        "12345678901234567890123456789012345678", "123456789012345678901234567890.12345678",
        "111111111111111111111111111111111111111", "0.100000000000000000000000000000000000001",
        "1000000000000000000000000000000000000000000", "0.00000000000000000000000000000000000000000001",
        "", " ", " 5", "5 ", "a", "0x5", "1_0", "NaN", "Infinity", "1e", "e5", "1e5.5", "--1", "1.2.3", "1,5", "1e99999999999",
    ];

    public static IEnumerable<ContractCase> All() => Texts.Select(text => new ContractCase(
        $"number '{text}'", table => table.RoundTripAsync($$$"""{"pk": {"S": "a"}, "n": {"N": "{{{text}}}"}}""")));
}
