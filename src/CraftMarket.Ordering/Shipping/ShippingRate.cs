namespace CraftMarket.Ordering;

/// <summary>What a parcel costs in one zone, the first kilogram and each further one begun, and how long it takes from the day it
/// is sent.</summary>
public sealed record ShippingRate(Rupiah FirstKilogram, Rupiah FurtherKilogram, int DaysMin, int DaysMax)
{
    public Rupiah For(int grams) => FirstKilogram + FurtherKilogram * (Math.Max(1, (grams + 999) / 1000) - 1);
}

/// <summary>What one parcel to one place costs, and in how many days after it is sent it arrives.</summary>
public sealed record ParcelQuote(Rupiah Fee, int DaysMin, int DaysMax);
