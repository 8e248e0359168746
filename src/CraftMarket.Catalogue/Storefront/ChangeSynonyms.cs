using CraftMarket.Search;
using JasperFx.Events;
using Marten;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>Writes down anew which words mean the same to who searches the shop; every node goes by it at the next
/// query.</summary>
/// <param name="Seen">The edition that the editor saw; null overwrites whatever is there.</param>
public sealed record ChangeSynonyms(IReadOnlyList<IReadOnlyList<string>> Groups, int? Seen) : Confidential
{
    public const int MostGroups = 400;
    public const int MostWords = 12;

    /// <summary>Lines of a text, one group each, commas between its words.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> GroupsOf(string? text) =>
        Tidy((text ?? "").Split('\n').Select(x => x.Split(',')));

    /// <summary>Without blanks, empty words and words said twice.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Tidy(IEnumerable<IEnumerable<string>> groups) =>
        [.. groups.Select(x => x.Select(y => string.Join(' ', Tokenizer.Tokens(y))).Where(y => y.Length > 0)
            .Distinct(StringComparer.Ordinal).ToArray()).Where(x => x.Length > 0)];
}

public static class ChangeSynonymsHandler
{
    public static Task<IEventStream<Synonyms>> LoadAsync(ChangeSynonyms command, IDocumentSession session,
        CancellationToken cancellation) =>
        session.Events.FetchForWriting<Synonyms>(Synonyms.TheOnly, cancellation);

    public static Refusal? Validate(ChangeSynonyms command, IEventStream<Synonyms> synonyms)
    {
        if (command.Groups.Count > ChangeSynonyms.MostGroups)
            return Refusal.Invalid("too_many_groups", $"Paling banyak {ChangeSynonyms.MostGroups} baris.",
                $"At most {ChangeSynonyms.MostGroups} lines.", "groups");
        if (command.Groups.FirstOrDefault(x => x.Count < 2) is { } lonely)
            return Refusal.Invalid("synonym_alone",
                $"«{string.Concat(lonely)}» berdiri sendiri. Tulis sedikitnya dua kata yang searti, dipisah koma.",
                $"“{string.Concat(lonely)}” stands alone. Write at least two words of one meaning, with commas between.",
                "groups");
        if (command.Groups.FirstOrDefault(x => x.Count > ChangeSynonyms.MostWords || x.Any(y => y.Length > 60)) is { } large)
            return Refusal.Invalid("synonyms_too_long",
                $"Baris «{large[0]}, …» terlalu panjang. Paling banyak {ChangeSynonyms.MostWords} kata, masing-masing 60 huruf.",
                $"The line “{large[0]}, …” is too long. At most {ChangeSynonyms.MostWords} words of 60 letters each.", "groups");
        if (command.Groups.SelectMany(x => x).GroupBy(x => x, StringComparer.Ordinal)
            .FirstOrDefault(x => x.Count() > 1) is { } twice)
            return Refusal.Invalid("synonym_twice", $"«{twice.Key}» ada di dua baris. Gabungkan barisnya atau hapus salah satu.",
                $"“{twice.Key}” stands in two lines. Join the lines or take it out of one.", "groups");
        return command.Seen is { } seen && synonyms.Aggregate is { } now && now.Edition != seen
            ? Refusal.Conflict("stale", "Daftar ini sudah diubah orang lain. Muat ulang, lalu coba lagi.",
                "Somebody changed this list meanwhile. Reload and try again.")
            : null;
    }

    public static (Answer, IEnumerable<IMartenOp>) Handle(ChangeSynonyms command, IEventStream<Synonyms> synonyms) =>
        synonyms.Aggregate is { } now && Same(now.Groups, command.Groups)
            ? (Done.Instance, [])
            : (Done.Instance, [synonyms.Append(new SynonymsChanged(command.Groups))]);

    private static bool Same(IReadOnlyList<IReadOnlyList<string>> a, IReadOnlyList<IReadOnlyList<string>> b) =>
        a.Count == b.Count && a.Zip(b).All(x => x.First.SequenceEqual(x.Second, StringComparer.Ordinal));
}
