using System.Security.Cryptography;
using System.Text;

namespace CraftMarket.Notices;

/// <summary>What stands in a letter's link and nowhere else, so that who opens it has read the letter. Who placed the order does
/// not know it: it is a keyed hash of the order's id, and nothing of it is kept.</summary>
public static class LetterToken
{
    public static string Of(MasterKey master, OrderId order) => master.KeyedHash("letter", order.Value.ToString("N"));

    public static bool Fits(MasterKey master, OrderId order, string token) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Of(master, order)), Encoding.UTF8.GetBytes(token));
}
