using CraftMarket.Catalogue;
using CraftMarket.Income;
using CraftMarket.Media;
using CraftMarket.Notices;
using CraftMarket.Ordering;
using CraftMarket.Payments;
using CraftMarket.People;
using CraftMarket.Training;
using CraftMarket.Workflows;
using JasperFx;
using JasperFx.CodeGeneration;
using Marten.Exceptions;
using Npgsql;
using Wolverine;
using Wolverine.ErrorHandling;
using Wolverine.Middleware;

namespace CraftMarket.Web.Composition;

/// <summary>Commands and facts: Wolverine with durable local queues, one per handler.</summary>
internal static class Messages
{
    /// <remarks>Looking for Wolverine's own modules opens every library in the folder, also those that nothing asks for, such as
    /// a bucket's; the only one that it finds is the compiler, which written code does not need.</remarks>
    public static void AddMessages(this WebApplicationBuilder builder) => builder.Services.AddWolverine(
        builder.HandlersAreWritten() ? ExtensionDiscovery.ManualOnly : ExtensionDiscovery.Automatic, options =>
    {
        options.ApplicationAssembly = typeof(Messages).Assembly;
        foreach (var capability in Capabilities) options.Discovery.IncludeAssembly(capability.Assembly);
        // Decision 0005: development compiles handler code as it is needed, anything else runs what `codegen write` wrote.
        options.CodeGeneration.TypeLoadMode = builder.HandlersAreWritten() ? TypeLoadMode.Static : TypeLoadMode.Dynamic;
        if (builder.Configuration["Codegen:Output"] is { } folder) options.CodeGeneration.GeneratedCodeOutputPath = folder;
        options.AutoBuildMessageStorageOnStartup = builder.Environment.IsDevelopment() ? AutoCreate.CreateOrUpdate
            : AutoCreate.None;
        options.MultipleHandlerBehavior = MultipleHandlerBehavior.Separated;
        options.Durability.MessageStorageSchemaName = "wolverine";
        options.Durability.Mode = DurabilityMode.Solo;
        if (Nodes.AreMany(builder.Configuration)) Nodes.LookAfterEachOther(options.Durability);
        options.Durability.MessageIdentity = MessageIdentity.IdAndDestination;
        options.Policies.AutoApplyTransactions();
        options.Policies.UseDurableLocalQueues();
        // Counting what lies there reads all of it; nobody needs that every five seconds.
        options.Durability.UpdateMetricsPeriod = 1.Minutes();
        // Local queues never hand a message over twice from outside, so the memory of those done need not be long.
        options.Durability.KeepAfterMessageHandling = 30.Seconds();
        options.EnableRelayOfUserName = true;
        options.CodeGeneration.AddContinuationStrategy<RefusalContinuation>();
        options.CodeGeneration.Sources.Insert(0, new ClockSource());
        // Two writers met: the loser looks again at what is there now and decides anew.
        options.OnException<ConcurrencyException>().RetryWithCooldown(10.Milliseconds(), 30.Milliseconds(), 90.Milliseconds());
        options.OnException<ExistingStreamIdCollisionException>().RetryTimes(2);
        options.OnException<DocumentAlreadyExistsException>().RetryTimes(2);
        // Two made the first key of one person at once; the loser finds the other's.
        options.OnException<MartenCommandException>(x =>
            x.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, SchemaName: "keys" })
            .RetryTimes(2);
        // Somebody who waits for an answer gets the two short waits; a durable message is tried for hours before it is the
        // operator's.
        options.OnException(PassingTrouble.Is).RetryWithCooldown(50.Milliseconds(), 250.Milliseconds())
            .Then.ScheduleRetry(2.Seconds(), 5.Seconds(), 30.Seconds(), 2.Minutes(), 10.Minutes(), 30.Minutes(), 1.Hours(),
                4.Hours());
    });

    private static bool HandlersAreWritten(this WebApplicationBuilder builder) =>
        builder.Configuration.GetValue("Handlers:Generated", !builder.Environment.IsDevelopment());

    private static readonly Type[] Capabilities =
    [
        typeof(MediaModule), typeof(PeopleModule), typeof(TrainingModule), typeof(CatalogueModule), typeof(OrderingModule),
        typeof(PaymentsModule), typeof(IncomeModule), typeof(NoticesModule), typeof(TakeDelivery),
    ];

    private static TimeSpan Milliseconds(this int count) => TimeSpan.FromMilliseconds(count);
    private static TimeSpan Seconds(this int count) => TimeSpan.FromSeconds(count);
    private static TimeSpan Minutes(this int count) => TimeSpan.FromMinutes(count);
    private static TimeSpan Hours(this int count) => TimeSpan.FromHours(count);
}
