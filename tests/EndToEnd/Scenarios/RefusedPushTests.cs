using StandIns.Authorization.Policies;

namespace EndToEnd.Scenarios;

/// <summary>What a push ends with when something is wrong, before anything was pushed.</summary>
[Category("Slow")]
internal sealed class RefusedPushTests
{
    private const int Failed = 1;
    private const int NotPermitted = 4;

    [TearDown]
    public async Task NothingIsPushedAsync()
    {
        Assert.That(Story.Account.Services.Registry.Pushed, Is.Zero);
        Assert.That(await Story.Account.Docker.ContainersAsync(), Is.Empty);
        Assert.That(File.Exists(Story.Account.Files.InHome(".docker", "config.json")), Is.False, "no login is left behind");
    }

    [Test]
    public async Task A_profile_that_is_not_there_is_named_and_so_is_what_lists_them()
    {
        var typed = await Story.TypeAsync("./build.sh --target=Push --profile=nobody");

        Assert.That(typed.Code, Is.EqualTo(NotPermitted), typed.Text);
        Assert.That(typed.Text, Does.Contain("nobody").And.Contain("LT03"));
    }

    [Test]
    public async Task A_session_that_has_ended_is_said_to_have_ended()
    {
        Story.Account.GiveExpiredProfile("yesterday");

        var typed = await Story.TypeAsync("./build.sh --target=Push --profile=yesterday");

        Assert.That(typed.Code, Is.EqualTo(NotPermitted), typed.Text);
        Assert.That(typed.Text, Does.Contain("expired").And.Contain("yesterday").And.Contain("LT03"));
    }

    [Test]
    public async Task Who_may_not_put_images_is_told_so_by_name()
    {
        Story.Account.GiveProfile("reader", Policy.Read("""{"Statement":{"Effect":"Allow","NotAction":"ecr:PutImage","Resource":"*"}}"""));

        var typed = await Story.TypeAsync("./build.sh --target=Push --profile=reader");

        Assert.That(typed.Code, Is.EqualTo(NotPermitted), typed.Text);
        Assert.That(typed.Text, Does.Contain("ecr:PutImage").And.Contain("user/reader"));
    }

    [Test]
    public async Task A_registry_that_is_out_of_order_is_no_success()
    {
        Story.Account.Services.Registry.IsOutOfOrder = true;
        try
        {
            var typed = await Story.TypeAsync("./build.sh --target=Push --profile=P");

            Assert.That(typed.Code, Is.EqualTo(Failed), typed.Text);
            Assert.That(typed.Text, Does.Contain("LT"));
        }
        finally
        {
            Story.Account.Services.Registry.IsOutOfOrder = false;
        }
    }
}
