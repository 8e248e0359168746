using Wolverine.Attributes;

namespace CraftMarket.Kernel.Facts;

/// <summary>Somebody's file and key were destroyed, in the stream of their consents: nothing leads from what they did to them any
/// more.</summary>
public sealed record PersonErased(PersonId PersonId);

/// <summary>Somebody was erased; whoever keeps something personal of theirs lets go of it.</summary>
[MessageIdentity("CraftMarket.Kernel.Facts.PersonErased")]
public sealed record ForgetPerson(PersonId PersonId);

/// <summary>Somebody agreed to a purpose in the wording of a version.</summary>
public sealed record ConsentGiven(PersonId PersonId, string Purpose, string Version);

/// <summary>Somebody said no to a purpose, or took back what they had agreed to.</summary>
public sealed record ConsentWithdrawn(PersonId PersonId, string Purpose);

/// <summary>Two people of the office agreed that the data of an order's buyer be erased.</summary>
public sealed record ErasureOfBuyerAgreed(OrderId OrderId);

/// <summary>An order's buyer was erased; whoever keeps something personal of theirs lets go of it.</summary>
/// <param name="Parts">The parts of the order.</param>
public sealed record BuyerErased(OrderId OrderId, IReadOnlyList<SellerOrderId> Parts);

/// <summary>What people are asked to agree to, each by itself; every purpose names the code that obeys the answer (<see
/// cref="ObeysAttribute"/>).</summary>
public static class ConsentPurpose
{
    /// <summary>Showing brand, village and products in the shop. Sending a product there asks for it; who takes it back closes
    /// the shop.</summary>
    public const string Shop = "shop";

    /// <summary>Saying beside one's goods which training one finished.</summary>
    public const string Training = "training";

    /// <summary>Being counted in the programme's income reports.</summary>
    public const string Income = "income";

    /// <summary>Giving one's WhatsApp number to buyers who want to ask.</summary>
    public const string Contact = "contact";

    public static readonly IReadOnlyList<string> All = [Shop, Training, Income, Contact];
}

/// <summary>Stands at the code that does a thing only with the consent to that purpose.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ObeysAttribute(string purpose) : Attribute
{
    public string Purpose => purpose;
}
