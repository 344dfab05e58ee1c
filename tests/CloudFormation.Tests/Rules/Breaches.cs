namespace CloudFormation.Tests.Rules;

/// <summary>One breach or more for each rule, so that a rule which finds nothing is noticed.</summary>
internal static class Breaches
{
    private const string OpenEgress =
        "      SecurityGroupIngress: []\n      SecurityGroupEgress:\n        - IpProtocol: tcp\n          FromPort: 443";

    public static IReadOnlyList<Breach> All { get; } =
    [
        .. OfForm, .. OfParameters, .. OfWiring, .. OfNetwork, .. OfRoles, .. OfStorage, .. OfTasks,
    ];

    private static IEnumerable<Breach> OfForm =>
    [
        new("A template fits into one call", "table",
            "Description: >-", $"# {new string('x', 51_200)}\nDescription: >-", "CloudFormation takes less than 51200"),
        new("Every resource is tagged", "loadtest",
            "Tags: { Project: dynamodb-load-test, Environment: !Ref Environment }", "DataType: text",
            "TableNameSetting: has no tag Project"),
        new("Every resource is tagged", "table",
            "        - { Key: Environment, Value: !Ref Environment }\n", "", "Table: has no tag Environment"),
        new("Partition, region and account are never written out", "loadtest",
            "!Sub arn:${AWS::Partition}:ecr:", "!Sub arn:aws:ecr:", "'arn:aws' is written out"),
        new("Partition, region and account are never written out", "network",
            "!Sub com.amazonaws.${AWS::Region}.s3", "com.amazonaws.eu-west-1.s3", "'eu-west-1' is written out"),
        new("Every output has a description", "registry",
            "    Description: ARN of the image repository.\n", "", "RepositoryArn: has no description"),
        new("Tasks run on demand: there is no service", "loadtest",
            "Type: AWS::ECS::Cluster", "Type: AWS::ECS::Service", "Cluster: is an AWS::ECS::Service"),
    ];

    private static IEnumerable<Breach> OfParameters =>
    [
        new("Every parameter is used", "registry", "${ImagesToKeep}", "20", "ImagesToKeep: is a parameter that nothing uses"),
        new("Every parameter has a description", "registry",
            "    Description: Name of the image repository.\n", "", "ECRRepositoryName: has no description"),
        new("Every parameter says what it takes", "registry", "    MinValue: 1\n", "", "ImagesToKeep: needs allowed values"),
        new("Every parameter says what it takes", "loadtest",
            "    ConstraintDescription: \"a JSON object\"\n", "", "Settings: needs allowed values"),
        new("The console shows every parameter in a group", "registry",
            "ImagesToKeep, EmptyOnDelete]", "ImagesToKeep, Gone]", "EmptyOnDelete: is in no parameter group"),
    ];

    private static IEnumerable<Breach> OfWiring =>
    [
        new("Every value that is passed has a parameter", "stacks",
            "\"ClusterName\":", "\"Cluster\":", "Cluster: is passed and is no parameter"),
        new("Every value that is passed has a source", "stacks",
            "table.TableArn", "table.Arn", "passed from table.Arn, which is not there"),
        new("Every value that is passed has a source", "stacks",
            "automation.image", "automation.picture", "passed from automation.picture"),
        new("A stack comes after those whose outputs it takes", "stacks",
            "[\"registry\", \"network\", \"table\"]", "[\"registry\", \"network\"]", "takes table.TableArn without coming after it"),
        new("A stack comes after those whose outputs it takes", "stacks",
            "\"after\": [\"loadtest\"]", "\"after\": [\"loadtest\", \"later\"]", "later is no earlier stack"),
        new("Every parameter has a source", "stacks",
            "\"ClusterName\": \"loadtest.ClusterName\",\n", "", "ClusterName: is a parameter that is no setting"),
        new("IAM is acknowledged where a stack makes roles, and nowhere else", "stacks",
            "[\"CAPABILITY_IAM\"]", "[]", "it makes roles without CAPABILITY_IAM"),
    ];

    private static IEnumerable<Breach> OfNetwork =>
    [
        new("No subnet gives out public addresses", "network",
            "MapPublicIpOnLaunch: false", "MapPublicIpOnLaunch: true", "PublicSubnet1: gives public addresses"),
        new("Tasks get private subnets alone", "network",
            "[!Ref PrivateSubnet1, !Ref PrivateSubnet2]]", "[!Ref PublicSubnet1, !Ref PrivateSubnet2]]",
            "PublicSubnet1: is given to tasks"),
        new("A private subnet's way out is a NAT gateway in a public one", "network",
            "      NatGatewayId: !Ref NatGateway1\n", "      GatewayId: !Ref InternetGateway\n",
            "PrivateSubnet1: has no way out through NAT"),
        new("A private subnet's way out is a NAT gateway in a public one", "network",
            "SubnetId: !Ref PublicSubnet2\n      Tags", "SubnetId: !Ref PrivateSubnet2\n      Tags",
            "PrivateSubnet2: goes out through ${NatGateway2}"),
        new("DynamoDB and S3 are reached through gateway endpoints from every private subnet", "network",
            "VpcEndpointType: Gateway", "VpcEndpointType: Interface", "dynamodb: has no gateway endpoint"),
        new("DynamoDB and S3 are reached through gateway endpoints from every private subnet", "network",
            "RouteTableIds: [!Ref PrivateRouteTable1, !Ref PrivateRouteTable2]", "RouteTableIds: [!Ref PrivateRouteTable1]",
            "serves not the routes of PrivateRouteTable2"),
        new("Nothing comes in to the tasks, and only HTTPS goes out", "network",
            "SecurityGroupIngress: []", "SecurityGroupIngress: [{ IpProtocol: tcp }]", "TaskSecurityGroup: lets something in"),
        new("Nothing comes in to the tasks, and only HTTPS goes out", "loadtest",
            OpenEgress, OpenEgress.Replace("443", "0", StringComparison.Ordinal), "TaskSecurityGroup: lets out"),
        new("What a task is started with gives it no public address", "loadtest",
            "\"assignPublicIp\":\"DISABLED\"", "\"assignPublicIp\":\"ENABLED\"", "does not say that a task gets no public address"),
    ];

    private static IEnumerable<Breach> OfRoles =>
    [
        new("No statement allows a bare * action", "loadtest",
            "Action: [ecr:BatchGetImage, ecr:GetDownloadUrlForLayer]", "Action: ecr:*", "allows the action ecr:*"),
        new("No statement allows a bare * resource where AWS has a finer one", "loadtest",
            "Resource: !Sub ${ResultsBucket.Arn}/runs/*", "Resource: \"*\"", "statement 'RunObjects' allows every resource"),
        new("A role is taken by ECS tasks of this account alone", "loadtest",
            "Principal: { Service: ecs-tasks.amazonaws.com }", "Principal: { Service: ec2.amazonaws.com }", "somebody else than ECS tasks"),
        new("A role is taken by ECS tasks of this account alone", "loadtest",
            "                aws:SourceAccount: !Ref AWS::AccountId\n", "                aws:Other: x\n", "not bound to this account"),
        new("What is open to every principal is bound to this account, or to one bucket of AWS", "network",
            "                aws:PrincipalAccount: !Ref AWS::AccountId\n", "                aws:Other: x\n",
            "statement 'TableUnderTest' is open to other accounts"),
        new("A statement has a name of its own", "loadtest",
            "              - Sid: ImagePull\n                Effect: Allow", "              - Effect: Allow", "has no Sid"),
        new("Roles hold no managed policy", "loadtest",
            "      Description: Pulls the", "      ManagedPolicyArns: [x]\n      Description: Pulls the",
            "ExecutionRole: holds a managed policy"),
    ];

    private static IEnumerable<Breach> OfStorage =>
    [
        new("Every log group has a retention", "loadtest",
            "      RetentionInDays: !Ref LogRetentionDays\n", "", "LogGroup: keeps its logs for ever"),
        new("Every bucket is private, encrypted, and forgets", "loadtest",
            "BlockPublicPolicy: true", "BlockPublicPolicy: false", "lacks BlockPublicPolicy"),
        new("Every bucket is private, encrypted, and forgets", "loadtest",
            "            ExpirationInDays: !Ref ResultsRetentionDays\n", "", "keeps its objects for ever"),
        new("Every bucket is reached by TLS alone", "loadtest",
            "aws:SecureTransport: \"false\"", "aws:SecureTransport: \"true\"", "ResultsBucket: can be reached without TLS"),
        new("The table carries the guard tag and has the key pk", "table",
            "Value: allowed", "Value: denied", "has no tag dynamodb-load-test=allowed"),
        new("The table carries the guard tag and has the key pk", "table",
            "AttributeName: pk, KeyType: HASH", "AttributeName: id, KeyType: HASH", "another partition key than pk"),
        new("What holds data says what becomes of it", "table",
            "    UpdateReplacePolicy: Retain\n", "", "Table: has no UpdateReplacePolicy"),
        new("Image tags cannot be moved, images are scanned, encrypted, and expire", "registry",
            "IMMUTABLE", "MUTABLE", "lets a tag be moved"),
        new("Image tags cannot be moved, images are scanned, encrypted, and expire", "registry",
            "imageCountMoreThan", "sinceImagePushed", "keeps every image"),
    ];

    private static IEnumerable<Breach> OfTasks =>
    [
        new("The image is named by its digest", "loadtest", "@sha256:[0-9a-f]{64}\"", "\"", "need not be a digest"),
        new("A container runs without privileges on a read-only root", "loadtest", "User: \"1654:1654\"", "User: \"0:0\"", "runs as root"),
        new("A container runs without privileges on a read-only root", "loadtest",
            "ReadonlyRootFilesystem: true", "ReadonlyRootFilesystem: false", "root that can be written to"),
        new("A container runs without privileges on a read-only root", "loadtest", "Drop: [ALL]", "Drop: [KILL]", "keeps capabilities"),
        new("A task listens on nothing", "loadtest",
            "          Essential: true\n", "          PortMappings: [{ ContainerPort: 80 }]\n", "has PortMappings"),
        new("A container has two minutes to drain, and a log stream of its own", "loadtest",
            "StopTimeout: 120", "StopTimeout: 30", "no stop timeout of 120 s"),
        new("A container has two minutes to drain, and a log stream of its own", "loadtest",
            "awslogs-stream-prefix: load-test", "other: load-test", "has no stream prefix"),
        new("The task definition says where the settings are, and nothing else", "loadtest",
            "            - { Name: AWS_REGION, Value: !Ref AWS::Region }\n", "            - { Name: RATE, Value: \"5\" }\n",
            "sets ENVIRONMENT, RATE, SSM_PARAMETER_PREFIX"),
    ];
}
