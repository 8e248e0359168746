using System.Diagnostics.CodeAnalysis;
using PhoneNumbers;

namespace CraftMarket.Kernel;

/// <summary>A telephone number in E.164 form: 0812…, 62812… and +62 812… are the same number.</summary>
public sealed record PhoneNumber
{
    private const int Indonesia = 62;

    private PhoneNumber(string e164) => E164 = e164;

    /// <summary>The number as <c>+6281234567890</c>.</summary>
    public string E164 { get; }

    public static bool TryParse(string? text, [NotNullWhen(true)] out PhoneNumber? number)
    {
        number = null;
        if (string.IsNullOrWhiteSpace(text) || text.Contains('@')) return false;
        var typed = text.Trim();
        // People type the country code without its plus; libphonenumber would read 62… as a local number.
        if (typed.StartsWith("62", StringComparison.Ordinal)) typed = "+" + typed;
        try
        {
            var parsed = PhoneNumberUtil.GetInstance().Parse(typed, "ID");
            if (!PhoneNumberUtil.GetInstance().IsPossibleNumber(parsed)) return false;
            number = new(PhoneNumberUtil.GetInstance().Format(parsed, PhoneNumberFormat.E164));
            return true;
        }
        catch (NumberParseException)
        {
            return false;
        }
    }

    /// <summary>As people read it to each other: <c>0812 3456 7890</c>, a number from abroad with its country code.</summary>
    public string Spoken
    {
        get
        {
            var number = PhoneNumberUtil.GetInstance().Parse(E164, null);
            return PhoneNumberUtil.GetInstance()
                .Format(number, number.CountryCode == Indonesia ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL)
                .Replace('-', ' ');
        }
    }

    /// <summary>Whether it is a mobile number of Indonesia, which a courier and the maker can reach.</summary>
    public bool IsMobile
    {
        get
        {
            var numbers = PhoneNumberUtil.GetInstance();
            var number = numbers.Parse(E164, null);
            return number.CountryCode == Indonesia
                && numbers.GetNumberType(number) is PhoneNumberType.MOBILE or PhoneNumberType.FIXED_LINE_OR_MOBILE;
        }
    }

    /// <summary>Whether it is a whole number of another country, as somebody abroad has it: +65 9123 4567.</summary>
    public bool IsAbroad
    {
        get
        {
            var numbers = PhoneNumberUtil.GetInstance();
            var number = numbers.Parse(E164, null);
            return number.CountryCode != Indonesia && numbers.IsValidNumber(number);
        }
    }

    /// <summary>Whether a buyer can be reached by it about an order.</summary>
    public bool ReachesBuyer => IsMobile || IsAbroad;

    public override string ToString() => E164;
}
