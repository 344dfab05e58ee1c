using System.Text;
using CsCheck;
using LocalDynamo.Items;
using LocalDynamo.Operations;
using LocalDynamo.Tables;

namespace LocalDynamo.Tests.Tables;

public sealed class ItemStoreTests
{
    [Test]
    public void Pages_of_any_size_and_segments_of_any_number_have_every_item_once() =>
        Gen.Select(Gen.Int[0, 300], Gen.Int[1, 50], Gen.Int[1, 700]).Sample((count, limit, segments) =>
        {
            var store = Filled(count);
            var found = new List<string>();
            for (var segment = 0; segment < segments; segment++) found.AddRange(Pages(store, new ScanSegment(segment, segments), limit));
            return found.Count == count && found.Distinct().Count() == count;
        });

    [Test]
    public void A_page_goes_on_after_a_key_that_was_deleted_meanwhile()
    {
        var store = Filled(100);
        var whole = new ScanSegment(Segment: null, Total: null);
        var first = new ItemPage(limit: 50);
        store.Walk(whole.From, whole.To, first.Take);
        Delete(store, first.LastKey!);
        var second = new ItemPage(limit: null);
        store.Walk(first.LastKey!, whole.To, second.Take);
        Assert.That(second.Items, Has.Count.EqualTo(50));
    }

    [Test]
    public void Count_and_bytes_follow_every_change()
    {
        var store = Filled(10);
        Assert.That(store.Bytes, Is.EqualTo(10 * ("pk".Length + "key-0".Length)));
        Put(store, Key(3), Item("key-3", extra: 7));
        Delete(store, Key(4));
        Delete(store, Key(40));
        Assert.That(store.Count, Is.EqualTo(9));
        Assert.That(store.Bytes, Is.EqualTo((9 * 7) + "v".Length + 7));
    }

    [Test]
    public void Items_of_one_partition_key_lie_in_the_order_of_their_sort_keys()
    {
        var store = new ItemStore();
        foreach (var number in new[] { 10, 9, -1, 100 })
        {
            var item = new AttributeMap();
            item.Set("sk", new NumberValue(DecimalNumber.Normalised(number < 0, (UInt128)Math.Abs(number), 0)));
            Put(store, ItemKey.Of(Text("a"), item.Find("sk")), item);
        }

        var page = new ItemPage(limit: null);
        store.Walk(ItemKey.Before(0), ItemKey.After(ulong.MaxValue), page.Take);
        Assert.That(page.Items.Select(item => item.Find("sk")!.ToString()), Is.EqualTo(new[] { "-1", "9", "10", "100" }));
    }

    [Test]
    public void Writers_at_once_lose_nothing()
    {
        var store = new ItemStore();
        Parallel.For(0, 20_000, i => Put(store, Key(i % 10_000), Item(Keys.Of(i % 10_000))));
        Assert.That(store.Count, Is.EqualTo(10_000));
        Assert.That(Pages(store, new ScanSegment(Segment: null, Total: null), 1000), Has.Count.EqualTo(10_000));
    }

    private static ItemStore Filled(int count)
    {
        var store = new ItemStore();
        for (var i = 0; i < count; i++) Put(store, Key(i), Item(Keys.Of(i)));
        return store;
    }

    private static List<string> Pages(ItemStore store, ScanSegment segment, int limit)
    {
        var found = new List<string>();
        for (var from = segment.From; from is not null;)
        {
            var page = new ItemPage(limit);
            store.Walk(from, segment.To, page.Take);
            found.AddRange(page.Items.Select(item => item.Find("pk")!.ToString()!));
            from = page.LastKey;
        }

        return found;
    }

    private static void Put(ItemStore store, ItemKey key, AttributeMap item) => Change(store, key, item);

    private static void Delete(ItemStore store, ItemKey key) => Change(store, key, item: null);

    private static void Change(ItemStore store, ItemKey key, AttributeMap? item)
    {
        var (slot, probe) = (store.SlotOf(key), new ItemEntry(key));
        lock (slot.Gate)
        {
            slot.TryFind(probe, out var existing);
            store.Replace(slot, probe, existing, item);
        }
    }

    private static ItemKey Key(int number) => ItemKey.Of(Text(Keys.Of(number)), sort: null);

    private static AttributeMap Item(string key, int extra = 0)
    {
        var item = new AttributeMap();
        item.Set("pk", Text(key));
        if (extra > 0) item.Set("v", Text(new string('x', extra)));
        return item;
    }

    private static StringValue Text(string text) => new(Encoding.UTF8.GetBytes(text));
}
