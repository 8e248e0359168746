using CraftMarket.Demo;
using CraftMarket.Notices;
using CraftMarket.Ordering;
using CraftMarket.Payments;
using CraftMarket.Workflows;
using Marten;
using Marten.Schema;
using Wolverine.Util;

namespace CraftMarket.Specs.House;

/// <summary>A type may get a better name; what lies in a database was written under the old one.</summary>
public sealed class KeptNameSpecs
{
    [Theory]
    [InlineData(typeof(ExpireOrder), "CraftMarket.Ordering.LapseOrder")]
    [InlineData(typeof(TellBuyer), "CraftMarket.Ordering.TellBuyer")]
    [InlineData(typeof(SendOrderLink), "CraftMarket.Ordering.SendOrderLink")]
    [InlineData(typeof(SendResetLetter), "CraftMarket.Web.Access.SendResetLetter")]
    [InlineData(typeof(ReconcileRefunds), "CraftMarket.Payments.CountReturns")]
    [InlineData(typeof(DeliverFakeStripeEvent), "CraftMarket.Web.StripeStandIn.DeliverStandInEvent")]
    [InlineData(typeof(ExpireFakeStripeSession), "CraftMarket.Web.StripeStandIn.ExpireStandInSession")]
    public void a_message_that_waits_under_its_old_name_is_understood(Type message, string name) =>
        Assert.Equal(name, message.ToMessageTypeName());

    [Theory]
    [InlineData(typeof(PaymentIssue), "mt_doc_openmatter")]
    [InlineData(typeof(LetterRecord), "mt_doc_letterrecord")]
    [InlineData(typeof(FirstLetters), "mt_doc_firstletters")]
    [InlineData(typeof(FakeStripeSession), "mt_doc_standinsession")]
    [InlineData(typeof(FakeStripeRefund), "mt_doc_standinrefund")]
    [InlineData(typeof(FakeStripeEvent), "mt_doc_standinevent")]
    [InlineData(typeof(DemoProgress), "mt_doc_demoplayed")]
    public void a_document_stays_in_the_table_that_it_was_put_in(Type document, string table) =>
        Assert.Equal(table, new DocumentMapping(document, new StoreOptions()).TableName.Name);
}
