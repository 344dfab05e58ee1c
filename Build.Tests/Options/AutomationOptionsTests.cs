using System.Reflection;
using Build.Options;
using LoadTest.Configuration.Options;

namespace Build.Tests.Options;

[TestFixture]
internal sealed class AutomationOptionsTests
{
    [Test]
    public void Every_declared_option_is_in_the_table()
    {
        var declared = typeof(AutomationOptions).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null)).OfType<Option>();
        Assert.That(AutomationOptions.Own, Is.EquivalentTo(declared));
    }

    [Test]
    public void The_options_of_the_automation_are_not_passed_to_the_load_test() =>
        Assert.That(AutomationOptions.Own.Select(option => option.Scope), Is.All.EqualTo(OptionScope.Automation));
}
