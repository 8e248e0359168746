namespace CraftMarket.People.Persons;

/// <summary>What details must look like before a file is opened with them.</summary>
internal static class PersonalDetailsRules
{
    public static Refusal? Check(PersonalDetails details, PeopleRules rules, DateOnly today) =>
        Refusals.Of(All(details, rules, today));

    private static IEnumerable<Refusal> All(PersonalDetails details, PeopleRules rules, DateOnly today)
    {
        if (details.Name is null
            || details.Name.Trim() is not { Length: >= PersonalDetails.ShortestName and <= PersonalDetails.LongestName } name
            || !name.Any(char.IsLetter) || name.Any(char.IsControl))
            yield return Refusal.Invalid("invalid_name",
                $"Tulis nama lengkap, {PersonalDetails.ShortestName} sampai {PersonalDetails.LongestName} huruf.",
                $"Write the full name, {PersonalDetails.ShortestName} to {PersonalDetails.LongestName} letters.", "name");
        if (!Nik.TryParse(details.Nik, out var nik))
            yield return Refusal.Invalid("invalid_nik", "NIK harus 16 angka seperti tertulis di KTP. Periksa kembali.",
                "A NIK has 16 digits, as printed on the identity card. Check it again.", "nik");
        else if (nik.IsFictitious && !rules.AllowFictitiousNik)
            yield return Refusal.Invalid("fictitious_nik", "NIK ini hanya contoh (provinsi 99). Tulis NIK yang sebenarnya.",
                "This NIK is only an example (province 99). Write the real one.", "nik");
        if (details.BirthDate > today || details.BirthDate < today.AddYears(-120))
            yield return Refusal.Invalid("invalid_birth_date", "Tanggal lahir tidak mungkin. Periksa kembali.",
                "The birth date is not possible. Check it again.", "birthDate");
        if (details.Sex is not ("f" or "m"))
            yield return Refusal.Invalid("invalid_sex", "Pilih perempuan atau laki-laki.", "Choose female or male (f or m).",
                "sex");
        if (!string.IsNullOrWhiteSpace(details.Phone) && !PhoneNumber.TryParse(details.Phone, out _))
            yield return Refusal.Invalid("invalid_phone", "Nomor HP tidak dikenali. Contoh: 0812-3456-7890.",
                "The phone number is not understood. Example: 0812-3456-7890.", "phone");
        if (!details.Village.IsVillage)
            yield return Refusal.Invalid("invalid_village", "Pilih desa tempat tinggal.", "Choose the home village.",
                "villageCode");
    }

    /// <summary>The same details in one spelling.</summary>
    public static PersonalDetails Tidy(PersonalDetails details) => details with
    {
        Name = string.Join(' ', details.Name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
        Nik = details.Nik.Trim(),
        Phone = PhoneNumber.TryParse(details.Phone, out var phone) ? phone.E164 : null,
    };
}
