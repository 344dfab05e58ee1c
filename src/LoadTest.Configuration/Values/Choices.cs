namespace LoadTest.Configuration.Values;

/// <summary>Whether a run may create its table.</summary>
public enum TableCreation
{
    /// <summary>In the local environment only.</summary>
    Auto,
    Allowed,
    Refused,
}

/// <summary>What is read back after a run.</summary>
public enum Verification
{
    All,
    None,

    /// <summary>Some ten thousand items, which the seed chooses.</summary>
    Sample,
}

/// <summary>How much a program says.</summary>
public enum Verbosity
{
    Quiet,
    Normal,
    Diagnostic,
}

/// <summary>How a table's throughput is paid.</summary>
public enum BillingMode
{
    PayPerRequest,
    Provisioned,
}

/// <summary>How many NAT gateways the network has.</summary>
public enum NatGateways
{
    None,
    One,
    PerZone,
}

/// <summary>The processor of image and task.</summary>
public enum CpuArchitecture
{
    X64,
    Arm64,
}

/// <summary>How much CloudWatch is told of the containers.</summary>
public enum ContainerInsights
{
    Disabled,
    Enabled,
    Enhanced,
}

/// <summary>What sends the load.</summary>
public enum LoadClient
{
    Wire,
    Sdk,
}

/// <summary>Whether metrics are written as lines of the output.</summary>
public enum MetricLines
{
    /// <summary>Inside ECS only.</summary>
    Auto,
    Written,
    NotWritten,
}
