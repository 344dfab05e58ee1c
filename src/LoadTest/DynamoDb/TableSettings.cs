using LoadTest.Configuration.Values;
using LoadTest.Items;

namespace LoadTest.DynamoDb;

/// <summary>The table that the run works on, and what may be done about it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="MayCreate">Whether it is created when it is missing.</param>
/// <param name="BillingMode">How a created table is paid.</param>
/// <param name="ReadCapacityUnits">Provisioned reads of a created table.</param>
/// <param name="WriteCapacityUnits">Provisioned writes of a created table.</param>
/// <param name="Keys">What it is keyed by.</param>
public sealed record TableSettings(
    string Name, bool MayCreate, BillingMode BillingMode, int ReadCapacityUnits, int WriteCapacityUnits, TableKeys Keys);

/// <summary>The table as it was found or made.</summary>
/// <param name="Name">Its name.</param>
/// <param name="CreatedByUs">Whether this run created it, and so may drop it.</param>
/// <param name="BillingMode">How it is paid.</param>
/// <param name="WriteCapacityUnits">Provisioned writes; zero when on demand.</param>
/// <param name="ReadCapacityUnits">Provisioned reads; zero when on demand.</param>
/// <param name="Notes">What the user should know of it.</param>
public sealed record PreparedTable(
    string Name, bool CreatedByUs, BillingMode BillingMode, long WriteCapacityUnits, long ReadCapacityUnits, IReadOnlyList<string> Notes);
