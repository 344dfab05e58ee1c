using LoadTest.Operations;

namespace LoadTest.Tests.Operations;

public sealed class RequestItemsTests
{
    private static readonly long[] Left = [1000, 1063, 1064, 1099];

    [Test]
    public void What_an_answer_names_as_unprocessed_is_still_to_be_done_and_nothing_else_is()
    {
        var items = Full();
        items.BeginAnswer();
        Assert.That(Left.Select(items.AddUnprocessed), Is.All.True);
        Assert.That(items.AddUnprocessed(1100), Is.False);
        Assert.That(items.Pending, Is.EqualTo(Left));
        Assert.That(Enumerable.Range(0, RequestItems.Most).Where(items.IsPending), Is.EqualTo(new[] { 0, 63, 64, 99 }));
    }

    [Test]
    public void An_answer_that_was_none_changes_nothing()
    {
        var items = Full();
        items.BeginAnswer();
        foreach (var item in Left) items.AddUnprocessed(item);
        items.BeginAnswer();
        items.AddUnprocessed(1001);
        items.ForgetAnswer();
        Assert.That(items.Pending, Is.EqualTo(Left));
    }

    [Test]
    public void A_cancelled_transaction_tells_of_each_action_up_to_the_last()
    {
        var actions = default(CancelledActions);
        for (var place = 0; place < RequestItems.Most + 50; place++) actions = actions.With(place, wasPrepared: place % 2 == 0, hasFailed: place % 3 == 0);
        var places = Enumerable.Range(0, RequestItems.Most).ToArray();
        Assert.That(places.Where(actions.WasPrepared), Is.EqualTo(places.Where(place => place % 2 == 0)));
        Assert.That(places.Where(actions.HasFailed), Is.EqualTo(places.Where(place => place % 3 == 0)));
    }

    private static RequestItems Full()
    {
        var items = new RequestItems();
        for (var i = 0; i < RequestItems.Most; i++) items.Add(1000 + i);
        return items;
    }
}
