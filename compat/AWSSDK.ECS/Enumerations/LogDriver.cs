using Amazon.Runtime;

namespace Amazon.ECS;

/// <summary>Where the lines of a container go.</summary>
public sealed class LogDriver(string value) : ConstantClass(value)
{
    public static readonly LogDriver JsonFile = new("json-file");
    public static readonly LogDriver Syslog = new("syslog");
    public static readonly LogDriver Journald = new("journald");
    public static readonly LogDriver Gelf = new("gelf");
    public static readonly LogDriver Fluentd = new("fluentd");
    public static readonly LogDriver Awslogs = new("awslogs");
    public static readonly LogDriver Splunk = new("splunk");
    public static readonly LogDriver Awsfirelens = new("awsfirelens");

    public static LogDriver FindValue(string value) => FindValue<LogDriver>(value);

    public static implicit operator LogDriver(string value) => FindValue(value);
}
