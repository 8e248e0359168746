using System.Net;

namespace CraftMarket.Tests.Walks;

internal static class Expecting
{
    public static async Task<Reply> Expect(this Task<Reply> reply, HttpStatusCode status) => (await reply).Expect(status);
}
