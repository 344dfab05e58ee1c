using CsCheck;
using LocalDynamo.Items;

namespace LocalDynamo.Tests.Items;

public sealed class AttributeMapTests
{
    [Test]
    public void It_is_a_dictionary_that_keeps_count_of_its_size() =>
        Gen.Select(Gen.Int[0, 40], Gen.Int[0, 9]).List[0, 100].Sample(changes =>
        {
            var (map, expected) = (new AttributeMap(), new Dictionary<string, int>());
            foreach (var (name, length) in changes)
            {
                map.Set(Keys.Of(name), new StringValue(new byte[length]));
                expected[Keys.Of(name)] = length;
            }

            return map.Count == expected.Count
                && map.Size == expected.Sum(entry => entry.Key.Length + entry.Value)
                && expected.All(entry => map.Find(entry.Key)!.Size == entry.Value)
                && map.Find("other") is null;
        });
}
