using System.Net;
using System.Net.Sockets;
using LoadTest.Wire;
using TestSupport;

namespace LoadTest.Tests.Wire;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ServerAddressesTests
{
    private static readonly Uri Endpoint = new("https://dynamodb.test:8443/");
    private readonly ManualTimeProvider _time = new();
    private readonly List<string> _asked = [];
    private Func<string[]> _answer = () => ["10.0.0.1", "10.0.0.2", "fd00::3"];

    [Test]
    public async Task Connections_take_turns_over_all_addresses()
    {
        using var addresses = Addresses();
        Assert.That(await TakeAsync(addresses, 6), Is.EqualTo(new[] { "10.0.0.1", "10.0.0.2", "fd00::3", "10.0.0.1", "10.0.0.2", "fd00::3" }));
        Assert.That(_asked, Is.EqualTo(new[] { "dynamodb.test" }));
        Assert.That((await addresses.NextAsync(CancellationToken.None)).Port, Is.EqualTo(8443));
    }

    [Test]
    public async Task The_name_is_asked_for_again_when_its_answer_is_too_old()
    {
        using var addresses = Addresses();
        await TakeAsync(addresses, 1);
        _answer = () => ["10.0.0.9"];
        _time.Advance(ServerAddresses.Lifetime - TimeSpan.FromMilliseconds(1));
        Assert.That(await TakeAsync(addresses, 1), Is.EqualTo(new[] { "10.0.0.2" }));
        _time.Advance(TimeSpan.FromMilliseconds(2));
        Assert.That(await TakeAsync(addresses, 2), Is.EqualTo(new[] { "10.0.0.9", "10.0.0.9" }));
        Assert.That(_asked, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Many_at_once_ask_once()
    {
        using var addresses = Addresses();
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => TakeAsync(addresses, 3))));
        Assert.That(_asked, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_resolver_that_fails_for_a_moment_stops_nothing()
    {
        using var addresses = Addresses();
        await TakeAsync(addresses, 1);
        _answer = () => throw new SocketException((int)SocketError.TryAgain);
        _time.Advance(ServerAddresses.Lifetime * 2);
        Assert.That(await TakeAsync(addresses, 1), Is.EqualTo(new[] { "10.0.0.2" }));
        _answer = () => [];
        _time.Advance(ServerAddresses.Lifetime * 2);
        Assert.That(await TakeAsync(addresses, 1), Is.EqualTo(new[] { "fd00::3" }));
    }

    [Test]
    public async Task A_name_without_any_address_is_an_error()
    {
        _answer = () => [];
        using var addresses = Addresses();
        await Assert.ThrowsAsync<SocketException>(async () => await addresses.NextAsync(CancellationToken.None));
    }

    [Test]
    public async Task An_address_that_fails_is_passed_over_until_the_name_is_asked_for_again()
    {
        using var addresses = Addresses();
        await TakeAsync(addresses, 1);
        var failed = new IPEndPoint(IPAddress.Parse("10.0.0.2"), 8443);
        Assert.That((addresses.PassOver(failed), addresses.PassOver(failed)), Is.EqualTo((true, true)));
        Assert.That(await TakeAsync(addresses, 4), Has.None.EqualTo("10.0.0.2"));
        _time.Advance(ServerAddresses.Lifetime * 2);
        Assert.That(await TakeAsync(addresses, 3), Has.One.EqualTo("10.0.0.2"));
    }

    [Test]
    public async Task The_last_address_is_never_passed_over()
    {
        _answer = () => ["10.0.0.1"];
        using var addresses = Addresses();
        var only = await addresses.NextAsync(CancellationToken.None);
        Assert.That(addresses.PassOver(only), Is.False);
        Assert.That(await addresses.NextAsync(CancellationToken.None), Is.EqualTo(only));
    }

    [Test]
    public async Task A_connection_goes_on_to_the_address_where_somebody_listens()
    {
        await using var server = RawServer.Answering(RawServer.Http(RawServer.PutAnswer));
        IPAddress[] addresses = [IPAddress.IPv6Loopback, IPAddress.Parse("127.0.0.77"), IPAddress.Loopback];
        var options = WireLab.Options(new Uri($"http://several.test:{server.Port}")) with { Resolve = (_, _) => Task.FromResult(addresses) };
        await using var lab = await WireLab.OpenAsync(options, connections: 6);
        Assert.That(lab.Notes, Is.Empty, "all could be opened");
        Assert.That(await lab.CategoryOfPutAsync(), Is.EqualTo("success"));
    }

    private ServerAddresses Addresses() => new(
        Endpoint, (name, _) =>
        {
            _asked.Add(name);
            return Task.FromResult(_answer().Select(IPAddress.Parse).ToArray());
        },
        _time);

    private static async Task<string[]> TakeAsync(ServerAddresses addresses, int count)
    {
        var taken = new string[count];
        for (var i = 0; i < count; i++) taken[i] = (await addresses.NextAsync(CancellationToken.None)).Address.ToString();
        return taken;
    }
}
