using CraftMarket.Catalogue;
using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;
using CraftMarket.People.Contact;
using CraftMarket.People.Erasing;
using CraftMarket.People.Joining;
using CraftMarket.People.Persons;
using CraftMarket.Specs.Ordering;
using CraftMarket.Workflows;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Specs.People;

public sealed class ErasePersonSpecs
{
    private static readonly DateTimeOffset Noon = DateTimeOffset.Parse("2026-11-22T04:00:00Z");
    private static readonly PersonId Sahnun = new(Guid.Parse("0198f000-0000-7000-8000-000000000001"));
    private static readonly MasterKey Master = new(new byte[32]);
    private static readonly PersonFile File =
        new(Sahnun, Master.Seal(Master.NewKey(), "Inaq Sahnun"), "nik", "name", false, Noon);
    private static readonly MakerPerson[] Shops = [new(Guid.NewGuid(), Sahnun), new(Guid.NewGuid(), Sahnun)];

    private readonly Written<ConsentRegister> _register = new(null);

    [Fact]
    public void of_who_is_forgotten_the_file_goes_and_it_is_said_that_it_went()
    {
        var (answer, ops, _) = Erase(File, null);
        Assert.Same(Done.Instance, answer);
        Assert.Same(File, Assert.Single(ops.OfType<DeleteDoc<PersonFile>>()).Document);
        Assert.Equal(new ErasedPerson(Sahnun, Noon), Assert.Single(ops.OfType<StoreDoc<ErasedPerson>>()).Document);
        Assert.Equal([typeof(ErasureWords), typeof(Invitation), typeof(ShopContact)], ops.Select(x => x.GetType())
            .Where(x => x.Name.StartsWith("DeleteDocWhere", StringComparison.Ordinal)).Select(x => x.GetGenericArguments()[0])
            .OrderBy(x => x.Name));
        Appending.Do(ops);
        Assert.Equal([new PersonErased(Sahnun)], _register.Appended);
    }

    [Fact]
    public void their_account_and_every_shop_close_and_their_key_is_destroyed()
    {
        var (_, _, work) = Erase(File, null);
        Assert.Contains(new ForgetPerson(Sahnun), work);
        Assert.Equal([Sahnun.Value], Assert.Single(work.OfType<DestroyKeys>()).Subjects);
        Assert.Equal(Shops.Select(x => new CloseShop(new(x.Id))), work.OfType<CloseShop>());
        Assert.Equal(4, work.Count);
    }

    [Fact]
    public void asked_again_nothing_is_erased_twice_and_a_shop_that_was_left_closes_all_the_same()
    {
        var (answer, ops, work) = Erase(null, new(Sahnun, Noon));
        Assert.Same(Done.Instance, answer);
        Assert.Empty(ops);
        Assert.Equal(Shops.Select(x => (object)new CloseShop(new(x.Id))), work);
    }

    [Fact]
    public void nobody_unknown_is_forgotten()
    {
        Assert.Equal("not_found", ErasePersonHandler.Validate(new(null, null, _register))?.Code);
        Assert.Null(ErasePersonHandler.Validate(new(File, null, _register)));
        Assert.Null(ErasePersonHandler.Validate(new(null, new(Sahnun, Noon), _register)));
    }

    private (Answer, IReadOnlyList<IMartenOp>, OutgoingMessages) Erase(PersonFile? file, ErasedPerson? erased)
    {
        var (answer, ops, work) = ErasePersonHandler.Handle(new(Sahnun), new(file, erased, _register), Shops, Noon);
        return (answer, [.. ops], work);
    }
}
