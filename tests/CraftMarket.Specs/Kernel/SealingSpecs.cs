using System.Security.Cryptography;
using System.Text;
using CraftMarket.Kernel;

namespace CraftMarket.Specs;

public sealed class SealingSpecs
{
    private readonly MasterKey _master = Key(1);

    [Fact]
    public void what_was_sealed_opens_with_its_key()
    {
        var key = _master.NewKey();
        Assert.Equal("Inaq Sahnun", _master.Open<string>(key, _master.Seal(key, "Inaq Sahnun")));
    }

    [Fact]
    public void it_opens_with_no_other_key_of_the_same_house() => Assert.ThrowsAny<CryptographicException>(() =>
        _master.Open<string>(_master.NewKey(), _master.Seal(_master.NewKey(), "Inaq Sahnun")));

    [Fact]
    public void it_opens_with_no_other_master_key()
    {
        var key = _master.NewKey();
        Assert.ThrowsAny<CryptographicException>(() => Key(2).Open<string>(key, _master.Seal(key, "Inaq Sahnun")));
        Assert.ThrowsAny<CryptographicException>(() =>
            Key(2).Open<string>(key with { MasterKeyId = Key(2).Id }, _master.Seal(key, "Inaq Sahnun")));
    }

    [Fact]
    public void a_box_that_somebody_touched_does_not_open()
    {
        var key = _master.NewKey();
        var box = _master.Seal(key, "Inaq Sahnun");
        for (var i = 0; i < box.Bytes.Length; i++)
        {
            var touched = box.Bytes.ToArray();
            touched[i] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => _master.Open<string>(key, new(touched)));
        }
    }

    [Fact]
    public void the_same_words_never_look_the_same_and_show_nothing()
    {
        var key = _master.NewKey();
        var (one, two) = (_master.Seal(key, "Inaq Sahnun"), _master.Seal(key, "Inaq Sahnun"));
        Assert.NotEqual(one.Bytes, two.Bytes);
        Assert.DoesNotContain("Sahnun", Encoding.Latin1.GetString(one.Bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void a_lookup_value_depends_on_key_purpose_and_value()
    {
        var hashes = new[] { _master.KeyedHash("nik", "1"), _master.KeyedHash("nik", "2"), _master.KeyedHash("name", "1"),
            Key(2).KeyedHash("nik", "1") };
        Assert.Equal(4, hashes.Distinct().Count());
        Assert.Equal(hashes[0], Key(1).KeyedHash("nik", "1"));
    }

    private static MasterKey Key(byte fill) => new([.. Enumerable.Repeat(fill, 32)]);
}
