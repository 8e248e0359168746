using System.Globalization;
using CraftMarket.Training.Participants;
using CraftMarket.Training.SourceLists;
using CraftMarket.Web.Api;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Operating;
using CraftMarket.Workflows;
using Marten;

namespace CraftMarket.Web.Participants;

/// <summary>Takes in a list of people; the same file again changes nothing.</summary>
internal static class ImportApi
{
    /// <summary>About fifty thousand people; a longer list is sent in parts.</summary>
    private const int MaxBytes = 10 * 1024 * 1024;

    /// <param name="Rows">Rows of the file, the header and empty lines aside: each is imported, unchanged, a duplicate or
    /// rejected.</param>
    internal sealed record Imported(int Count, int Unchanged, int Duplicates, IReadOnlyList<RejectedRow> Rejected, int Rows)
        : Answer
    {
        [System.Text.Json.Serialization.JsonPropertyName("imported")]
        public int Count { get; } = Count;
    }

    internal sealed record RejectedRow(int Row, string Code, string Detail);

    // The form is read by hand: bound as a parameter it would ask programs for a browser's antiforgery token.
    public static async Task<IResult> Import(HttpContext http, Dispatch dispatch, IQuerySession session)
    {
        if (!http.Request.HasFormContentType) return NoFile.Problem(http);
        var form = await http.ReadForm();
        DateOnly? asOf = DateOnly.TryParseExact(form["asOf"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None,
            out var day) ? day : null;
        return (await Take(form.Files.GetFile("file"), form["source"], asOf, dispatch, session, http))
            .Reply<Imported>(http, x => Results.Ok(x));
    }

    /// <summary>Takes the list in, for a program or for the office's page.</summary>
    /// <returns><see cref="Imported"/>, or a refusal of the whole file.</returns>
    public static async Task<Answer> Take(IFormFile? file, string? source, DateOnly? asOf, Dispatch dispatch,
        IQuerySession session, HttpContext http)
    {
        if (file is not { Length: > 0 }) return NoFile;
        if (file.Length > MaxBytes) return TooLarge;
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, http.RequestAborted);
        var read = SourceList.Read(bytes.ToArray(), source, asOf);
        return read is SourceList list ? await Take(list, dispatch, session, http) : read;
    }

    private static async Task<Imported> Take(SourceList list, Dispatch dispatch, IQuerySession session, HttpContext http)
    {
        var known = await KnownRows.Run(session, list.Hash, http.RequestAborted);
        int imported = 0, unchanged = 0, duplicates = 0;
        var rejected = list.Damaged.Select(x => Rejected(x, SourceList.RowDamaged)).ToList();
        foreach (var person in list.People)
        {
            if (known.Contains(person.Row)) unchanged++;
            else if (await dispatch.Send(Admission(person)) is not Refusal refusal) imported++;
            else if (refusal.Code == "duplicate") duplicates++;
            else rejected.Add(Rejected(person.Row, refusal));
        }

        return new(imported, unchanged, duplicates, [.. rejected.OrderBy(x => x.Row)], list.People.Count + list.Damaged.Count);

        RejectedRow Rejected(int row, Refusal refusal) => new(row, refusal.Code, refusal.Why.In(Language.Of(http)));
    }

    /// <summary>A row leads to its own id: a list that broke off and is sent again must not give one row's id to the
    /// next.</summary>
    private static PersonId IdOf(SourceRow row) =>
        new(StreamId.For("listed person", row.FileHash, row.Row.ToString(CultureInfo.InvariantCulture)));

    private static AdmitPerson Admission(SourcePerson x) =>
        new Newcomer(x.Name, x.Nik, x.BirthDate, x.Sex, x.VillageCode, x.Phone, x.Registers).Of(IdOf(x.Origin), x.Origin);

    private static readonly Refusal NoFile = Refusal.Invalid("file_required", "Kirim berkas CSV di kolom file.",
        "Send a CSV file in the field file.", "file");

    private static readonly Refusal TooLarge = new("too_large", new("Berkas ini lebih dari 10 MB. Bagi menjadi beberapa berkas.",
        "This file is over 10 MB. Split it into parts."), RefusalKind.TooLarge)
    {
        Field = "file",
    };
}
