namespace Amazon.CloudFormation.Model;

/// <summary>When an update is rolled back although no resource failed.</summary>
public sealed class RollbackConfiguration
{
    public List<RollbackTrigger> RollbackTriggers { get; set; }

    /// <summary>Minutes, 0 to 180.</summary>
    public int? MonitoringTimeInMinutes { get; set; }
}
