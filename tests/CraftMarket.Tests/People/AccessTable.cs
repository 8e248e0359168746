using static CraftMarket.Web.Access.Roles;

namespace CraftMarket.Tests.People;

/// <summary>Who may enter which door: one line per route and page. A new route needs its line here.</summary>
internal static class AccessTable
{
    public const string Anyone = "anyone";

    public static readonly IReadOnlyDictionary<string, string[]> Rows = new Dictionary<string, string[]>
    {
        // The house
        ["ANY /health/live"] = [Anyone],
        ["ANY /health/ready"] = [Anyone],
        ["GET /api/v1/dead-letters"] = [Operator],
        ["POST /api/v1/dead-letters/{id:guid}/retry"] = [Operator],
        ["ANY /{*path}"] = [Anyone],
        ["GET /openapi/{documentName}.json"] = [Anyone],
        // People
        ["POST /api/v1/sign-in"] = [Anyone],
        ["POST /api/v1/invitations/{token}"] = [Anyone],
        // Training
        ["GET /api/v1/programmes"] = [Staff],
        ["POST /api/v1/programmes"] = [Staff],
        ["GET /api/v1/batches"] = [Staff],
        ["POST /api/v1/batches"] = [Staff],
        ["GET /api/v1/batches/{id:guid}"] = [Staff],
        ["POST /api/v1/batches/{id:guid}/enrolments"] = [Staff],
        ["POST /api/v1/batches/{id:guid}/completions"] = [Staff],
        ["GET /api/v1/participants"] = [Staff, Companion],
        ["GET /api/v1/participants/{id:guid}"] = [Staff, Companion],
        ["POST /api/v1/participants/{id:guid}/verifications"] = [Companion],
        ["GET /api/v1/worklist"] = [Companion],
        ["POST /api/v1/participants"] = [Staff],
        ["POST /api/v1/participants/import"] = [Staff],
        ["POST /api/v1/participants/{id:guid}/artisan"] = [Staff],
        // Photos
        ["GET /media/{name}"] = [Anyone],
        ["POST /api/v1/photos"] = [Artisan],
        ["GET /api/v1/photos/{id:guid}"] = [Artisan],
        // Catalogue
        ["GET /api/v1/products"] = [Anyone],
        ["GET /api/v1/products/{idOrSlug}"] = [Anyone],
        ["GET /api/v1/villages/{slug}"] = [Anyone],
        ["GET /api/v1/categories"] = [Anyone],
        ["POST /api/v1/products"] = [Artisan],
        ["PATCH /api/v1/products/{id:guid}"] = [Artisan],
        ["POST /api/v1/products/{id:guid}/submission"] = [Artisan],
        ["POST /api/v1/products/{id:guid}/withdrawal"] = [Artisan],
        ["GET /api/v1/artisans/me/products"] = [Artisan],
        ["PUT /api/v1/artisans/me/brand"] = [Artisan],
        ["GET /api/v1/artisans/me/brand"] = [Artisan],
        ["POST /api/v1/products/{id:guid}/curation"] = [Curator],
        ["GET /api/v1/curation"] = [Curator],
        // Orders
        ["POST /api/v1/orders"] = [Anyone],
        ["GET /api/v1/orders/{id:guid}"] = [Anyone],
        ["GET /api/v1/artisans/me/orders"] = [Artisan],
        ["POST /api/v1/seller-orders/{id:guid}/acceptance"] = [Artisan],
        ["POST /api/v1/seller-orders/{id:guid}/refusal"] = [Artisan],
        ["POST /api/v1/seller-orders/{id:guid}/shipment"] = [Artisan],
        ["POST /api/v1/seller-orders/{id:guid}/delivery"] = [Anyone],
        ["POST /api/v1/seller-orders/{id:guid}/refunds"] = [Artisan, Staff],
        // Payments
        ["POST /webhooks/stripe"] = [Anyone],
        ["POST /api/v1/orders/{id:guid}/payment-confirmation"] = [Staff],
        ["GET /api/v1/artisans/me/earnings"] = [Artisan],
        ["GET /api/v1/payouts"] = [Operator],
        ["POST /api/v1/payouts"] = [Operator],
        ["POST /api/v1/payouts/{id:guid}/paid"] = [Operator],
        ["POST /api/v1/payouts/{id:guid}/returned"] = [Operator],
        // Stripe's stand-in, Development only; its API asks for a secret key of its own
        ["GET /stripe-stand-in/pay/{id}"] = [Anyone],
        ["POST /stripe-stand-in/pay/{id}"] = [Anyone],
        ["GET /stripe-stand-in/v1/checkout/sessions/{id}"] = [Anyone],
        ["POST /stripe-stand-in/v1/checkout/sessions"] = [Anyone],
        ["POST /stripe-stand-in/v1/checkout/sessions/{id}/expire"] = [Anyone],
        ["POST /stripe-stand-in/v1/refunds"] = [Anyone],
        // Income
        ["POST /api/v1/participants/{id:guid}/baseline"] = [Companion, Staff],
        ["POST /api/v1/sales/off-platform"] = [Artisan, Companion],
        ["GET /api/v1/artisans/me/income"] = [Artisan],
        ["GET /api/v1/reports/income"] = [Staff],

        // Pages of the house and the shop
        ["PAGE /"] = [Anyone],
        ["PAGE /masuk"] = [Anyone],
        ["PAGE /keluar"] = [Anyone],
        ["PAGE /bahasa"] = [Anyone],
        ["PAGE /demo"] = [Anyone],
        ["PAGE /galat/{code:int}"] = [Anyone],
        ["PAGE /undangan/{token}"] = [Anyone],
        ["PAGE /produk/{slug}"] = [Anyone],
        ["PAGE /desa/{slug}"] = [Anyone],
        ["PAGE /keranjang/{handler?}"] = [Anyone],
        ["PAGE /checkout/{handler?}"] = [Anyone],
        ["PAGE /pesanan/{id:guid}/{handler?}"] = [Anyone],
        // Pages of artisans
        ["PAGE /perajin"] = [Artisan],
        ["PAGE /perajin/merek"] = [Artisan],
        ["PAGE /perajin/produk"] = [Artisan],
        ["PAGE /perajin/produk/baru"] = [Artisan],
        ["PAGE /perajin/produk/{id:guid}/{handler?}"] = [Artisan],
        ["PAGE /perajin/foto/{id:guid?}"] = [Artisan],
        ["PAGE /perajin/pesanan/{handler?}"] = [Artisan],
        ["PAGE /perajin/penghasilan"] = [Artisan],
        ["PAGE /perajin/penjualan-luar/baru"] = [Artisan],

        // Pages of companions
        ["PAGE /pendamping"] = [Companion],
        ["PAGE /pendamping/peserta"] = [Companion],
        ["PAGE /pendamping/peserta/{id:guid}"] = [Companion],
        ["PAGE /pendamping/peserta/{id:guid}/kunjungan"] = [Companion],
        ["PAGE /pendamping/peserta/{id:guid}/penghasilan-awal"] = [Companion, Staff],
        ["PAGE /pendamping/peserta/{id:guid}/penjualan"] = [Companion],

        // Pages of the office
        ["PAGE /kantor"] = [Staff],
        ["PAGE /kantor/program"] = [Staff],
        ["PAGE /kantor/program/baru"] = [Staff],
        ["PAGE /kantor/angkatan"] = [Staff],
        ["PAGE /kantor/angkatan/baru"] = [Staff],
        ["PAGE /kantor/angkatan/{id:guid}"] = [Staff],
        ["PAGE /kantor/angkatan/{id:guid}/pendaftaran"] = [Staff],
        ["PAGE /kantor/angkatan/{id:guid}/kelulusan"] = [Staff],
        ["PAGE /kantor/peserta"] = [Staff],
        ["PAGE /kantor/peserta/baru"] = [Staff],
        ["PAGE /kantor/peserta/impor"] = [Staff],
        ["PAGE /kantor/peserta/{id:guid}"] = [Staff],
        ["PAGE /kantor/peserta/{id:guid}/undangan"] = [Staff],
        ["PAGE /kantor/pembayaran"] = [Staff],
        ["PAGE /kantor/pembayaran/{id:guid}"] = [Staff],
        ["PAGE /kantor/laporan"] = [Staff],
        ["PAGE /kantor/kurasi"] = [Curator],
        ["PAGE /kantor/kurasi/{id:guid}"] = [Curator],
        // Pages of operators
        ["PAGE /operator"] = [Operator],
        ["PAGE /operator/pencairan/baru"] = [Operator],
        ["PAGE /operator/pencairan/{id:guid}"] = [Operator],
        ["PAGE /operator/pesan-macet"] = [Operator],
    };
}
