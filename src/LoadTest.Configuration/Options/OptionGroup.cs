namespace LoadTest.Configuration.Options;

/// <summary>The heading under which an option is listed; in the order of the lists.</summary>
public enum OptionGroup
{
    Application,
    Load,
    Data,
    Safety,
    Thresholds,
    Results,
    Connection,
    LocalServer,
    Table,
    ECS,
    Network,
    ECR,
    Logging,
    Automation,
}
