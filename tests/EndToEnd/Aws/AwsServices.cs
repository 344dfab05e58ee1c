using EndToEnd.Tasks;
using LocalDynamo;
using StandIns.Authorization;
using StandIns.Authorization.Identities;
using StandIns.Authorization.Requests;
using StandIns.Authorization.Signatures;
using StandIns.Ecr;
using TestSupport;
using TestSupport.Moto;

namespace EndToEnd.Aws;

/// <summary>
/// AWS as the sandbox sees it, before anything listens: moto, LocalDynamo and stand-ins, behind a front that checks signatures and permissions.
/// README.md says what stands in for what.
/// </summary>
internal sealed class AwsServices : IAsyncDisposable
{
    private readonly MotoServer _moto;
    private readonly LocalDynamoServer _dynamo;
    private readonly ForwardingBackend _toMoto;
    private readonly ForwardingBackend _toDynamo;
    private readonly EcrRepositories _repositories;

    private AwsServices(MotoServer moto, LocalDynamoServer dynamo, string registrySocket)
    {
        (_moto, _dynamo) = (moto, dynamo);
        Moto = new MotoClient(moto.Endpoint, Names.Region);
        Authorizer = new Authorizer(new Permissions(Names.Account));
        _toDynamo = new ForwardingBackend(dynamo.Endpoint);
        _toMoto = new ForwardingBackend(moto.Endpoint)
        {
            HidesMissing = (caller, request) => S3Permissions.ToSeeThatItIsMissing(request) is { } needed ? Authorizer.Refusal(caller, "s3", needed) : null,
        };
        _repositories = new EcrRepositories(moto.Endpoint, Names.Region);
        Images = new Registry(registrySocket);
        Registry = new RegistryFront(Images, _repositories, Logins, Authorizer, $"arn:aws:ecr:{Names.Region}:{Names.Account}:repository/");
        Ecs = new EcsTasks(_toMoto, Moto);
        Front = new AuthorizingFront(
            new SignatureCheck(Keys, TimeProvider.System),
            Authorizer,
            new Dictionary<string, IBackend>
            {
                ["sts"] = new CallerIdentity(),
                ["dynamodb"] = _toDynamo,
                ["ecr"] = new EcrService(Images, _repositories, Logins, Names.Registry, _toMoto),
                ["ecs"] = Ecs,
            },
            _toMoto);
    }

    /// <summary>Who has which key.</summary>
    public KeyRing Keys { get; } = new();

    /// <summary>Logins of the image registry.</summary>
    public RegistryTokens Logins { get; } = new(TimeProvider.System);

    /// <summary>Who may do what.</summary>
    public Authorizer Authorizer { get; }

    /// <summary>moto from behind, with every right.</summary>
    public MotoClient Moto { get; }

    /// <summary>What answers for every service.</summary>
    public AuthorizingFront Front { get; }

    /// <summary>The image registry from behind.</summary>
    public Registry Images { get; }

    /// <summary>What answers for the image registry.</summary>
    public RegistryFront Registry { get; }

    /// <summary>Tasks.</summary>
    public EcsTasks Ecs { get; }

    /// <summary>DynamoDB from behind, with every right.</summary>
    public Uri DynamoDb => _dynamo.Endpoint;

    /// <summary>S3 from behind: an unsigned request is moto's own user's.</summary>
    public Uri S3 => _moto.Endpoint;

    /// <summary>Starts everything; ends the test where moto is missing.</summary>
    public static async Task<AwsServices> StartAsync(string registrySocket)
    {
        var dynamo = await LocalDynamoServer.StartAsync(new LocalDynamoOptions(), TimeProvider.System, CancellationToken.None);
        var moto = await MotoServer.StartAsync(
            CancellationToken.None, ("MOTO_ACCOUNT_ID", Names.Account), ("DYNAMODB_ENDPOINT", dynamo.Endpoint.ToString()));
        if (moto is null)
        {
            await dynamo.DisposeAsync();
            OutsidePart.Missing(MotoServer.HowToGet);
        }

        return new AwsServices(moto!, dynamo, registrySocket);
    }

    public async ValueTask DisposeAsync()
    {
        await Ecs.DisposeAsync();
        Images.Dispose();
        _repositories.Dispose();
        _toMoto.Dispose();
        _toDynamo.Dispose();
        Moto.Dispose();
        await _moto.DisposeAsync();
        await _dynamo.DisposeAsync();
    }
}
