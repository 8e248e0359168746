using CraftMarket.Kernel.Facts;
using CraftMarket.People.Accounts;
using CraftMarket.People.Joining;
using CraftMarket.People.Persons;
using Marten;

namespace CraftMarket.People.Contact;

/// <summary>The number under which an artisan wants to be reached by buyers, sealed under the person's own key.</summary>
public sealed record ShopContact(PersonId Id, SealedBox Number);

/// <summary>The WhatsApp number that an artisan lets buyers have. Without consent there is none, and taking consent back counts
/// at once.</summary>
[Obeys(ConsentPurpose.Contact)]
public sealed class ShopContacts(AccountBook accounts, IKeyStore keys)
{
    /// <summary>Null without consent, or for somebody unknown or erased.</summary>
    public async Task<PhoneNumber?> Of(IQuerySession session, ArtisanId artisan, CancellationToken cancellation) =>
        await accounts.Of(artisan, cancellation) is { ClosedAt: null, PersonId: { } person }
            ? await Of(session, person, cancellation) : null;

    /// <inheritdoc cref="Of(IQuerySession, ArtisanId, CancellationToken)"/>
    public async Task<PhoneNumber?> Of(IQuerySession session, PersonId person, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(session);
        var register = await session.LoadAsync<ConsentRegister>(ConsentRegister.StreamOf(person), cancellation);
        if (register?.Given.ContainsKey(ConsentPurpose.Contact) != true) return null;
        var contact = await session.LoadAsync<ShopContact>((object)person, cancellation);
        var file = await session.LoadAsync<PersonFile>((object)person, cancellation);
        if (contact is null || file is null) return null;
        return PhoneNumber.TryParse((await keys.TakeAsync(session, [person], cancellation))
            .Open<string>(person, contact.Number, file.Key), out var number) ? number : null;
    }

    /// <summary>Which of them can be reached, told without opening a number.</summary>
    public async Task<IReadOnlySet<ArtisanId>> ReachableAsync(IQuerySession session, IEnumerable<ArtisanId> artisans,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(session);
        var people = await accounts.PeopleOf(artisans, cancellation);
        if (people.Count == 0) return new HashSet<ArtisanId>();
        PersonId[] ids = [.. people.Values.Distinct()];
        var batch = session.CreateBatchQuery();
        var registers = batch.LoadMany<ConsentRegister>().ById(ids.Select(ConsentRegister.StreamOf).ToArray());
        var shared = batch.Query<ShopContact>().Where(x => x.Id.IsOneOf(ids)).ToList();
        var known = batch.Query<PersonFile>().Where(x => x.Id.IsOneOf(ids)).ToList();
        await batch.Execute(cancellation);
        var reachable = (await registers).Where(x => x.Given.ContainsKey(ConsentPurpose.Contact)).Select(x => x.PersonId)
            .Intersect((await shared).Select(x => x.Id)).Intersect((await known).Select(x => x.Id)).ToHashSet();
        return people.Where(x => reachable.Contains(x.Value)).Select(x => x.Key).ToHashSet();
    }

    /// <summary>The number that the office wrote down, to offer it to its owner.</summary>
    public async Task<string?> Known(IQuerySession session, PersonId person, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(session);
        return await session.LoadAsync<PersonFile>((object)person, cancellation) is { } file
            ? file.Read(await keys.TakeAsync(session, [person], cancellation))?.Phone
            : null;
    }
}
