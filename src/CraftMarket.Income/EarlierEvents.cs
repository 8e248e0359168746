namespace CraftMarket.Income;

/// <summary>A batch was described. Stands in older streams; <see cref="Kernel.Facts.BatchOpened"/> is read now.</summary>
public sealed record CohortDescribed(BatchId BatchId, string Name, ProgrammeId ProgrammeId, string ProgrammeName, string Skill,
    string Mode, DateOnly? StartsOn = null);

/// <summary>Somebody got a seat in a batch. Stands in older streams; <see cref="Kernel.Facts.TraineeEnrolled"/> is read
/// now.</summary>
public sealed record CohortJoined(PersonId PersonId, BatchId BatchId, RegionCode Village);

/// <summary>Somebody finished a batch. Stands in older streams; <see cref="Kernel.Facts.TrainingCompleted"/> is read
/// now.</summary>
public sealed record CohortFinished(PersonId PersonId, BatchId BatchId, DateOnly On);

/// <summary>Somebody began to sell. Stands in older streams; <see cref="Kernel.Facts.ArtisanWelcomed"/> is read now.</summary>
public sealed record SellingBegan(PersonId PersonId, ArtisanId ArtisanId, RegionCode Village);

/// <summary>A part of an order became the artisan's money. Stands in older streams; <see cref="Kernel.Facts.PartDelivered"/> is
/// read now.</summary>
public sealed record SaleSettled(SellerOrderId SellerOrderId, ArtisanId ArtisanId, Rupiah Goods, Rupiah Shipping, Rupiah Fee,
    DateOnly On);

/// <summary>Money that was already the artisan's went back. Stands in older streams; <see
/// cref="Kernel.Facts.SellerOrderRefunded"/> is read now.</summary>
public sealed record SaleRefunded(RefundId RefundId, SellerOrderId SellerOrderId, ArtisanId ArtisanId, Rupiah Amount,
    DateOnly On);

/// <summary>All money of a settled part went back. Stands in older streams; <see cref="Kernel.Facts.PartGivenBack"/> is read
/// now.</summary>
public sealed record SaleCancelled(SellerOrderId SellerOrderId, ArtisanId ArtisanId, DateOnly SoldOn);
