namespace LoadTest.Engine.Tests;

public sealed class SmokeTests
{
    [Test]
    public void Repository_root_is_found() => Assert.That(TestSupport.RepositoryRoot.Path, Does.Exist);
}
