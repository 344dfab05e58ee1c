namespace Build.Stacks.Overview;

/// <summary>What things cost while nothing runs, in USD: the prices of us-east-1 on docs/costs.md, which a test compares.</summary>
public static class IdlePrices
{
    /// <summary>The hours that a month is counted with.</summary>
    public const double HoursAMonth = 730;

    /// <summary>A NAT gateway an hour, with its public address.</summary>
    public const double NatGatewayHour = 0.045 + 0.005;

    /// <summary>An interface endpoint an hour and zone.</summary>
    public const double EndpointHour = 0.01;

    /// <summary>A provisioned read unit an hour.</summary>
    public const double ReadUnitHour = 0.00013;

    /// <summary>A provisioned write unit an hour.</summary>
    public const double WriteUnitHour = 0.00065;

    /// <summary>A gigabyte of images a month.</summary>
    public const double ImageGigabyteMonth = 0.10;

    /// <summary>A dashboard a month.</summary>
    public const double DashboardMonth = 3.00;

    /// <summary>An alarm a month.</summary>
    public const double AlarmMonth = 0.10;
}
