namespace CraftMarket.Specs.Catalogue;

/// <summary>Titles as sellers write them: tobacco to smoke under every name it has, and crafts that only look like it.</summary>
internal static class SmokingCorpus
{
    public static readonly string[] Bad =
    [
        "Rajangan virginia", "Tembakau mole asap", "mbako lombok siap linting", "Bako linting Selong 1 ons", "Mbako rajangan halus Lombok Timur",
        "Tembakau rajang Virginia super", "Virginia rajangan kuning", "Rajangan burley kering", "Srintil Temanggung siap linting", "Krosok virginia grade A",
        "Krosok daun bawah 1 kg", "Tembakau krosok oven", "Mole merah Sumedang", "Bako mole Garut", "Tembakau gayo hijau 100 gr", "Mbako ijo gayo mantap",
        "Bako darmawangi harum", "Tembakau lempeng Payakumbuh", "Tembakau garangan Wonosobo", "Tembako iris tipis", "Tembaku rajangan murah", "Tmbakau linting",
        "Tembakaw shag lembut", "Temb4kau r4jangan", "t e m b a k a u siap linting", "tembakaurajangan asli", "Bakau linting wangi", "Bakau rajangan Jawa",
        "Tingwe mild 50 gram", "Paket tingwe hemat", "Linting dewe Lombok", "Siap linting rasa kopi", "Tembakau susur nenek", "Susur tembakau pedas",
        "Bako kinang", "Tembakau nginang kering", "Klembak menyan Gombong", "Klembak asli isi 10", "Rokok klembak", "Siong Kedu klembak menyan",
        "Mbako cengkeh racik", "Tembakau saus apel", "Tembakau isap pipa", "Daun tembakau rajangan 250 gr", "Daun tembakau kering 500 gram",
        "Daun tembakau untuk dilinting", "Tembakau dirajang halus", "Mbako dilinting sendiri", "Dompet isi tembakau kering", "Tas kecil berisi mbako linting",
        "Toples bako iris", "Tembakau gulung tangan", "Cerutu daun Lombok", "Kretek tangan Semoyang", "Lintingan herbal mint", "Herbal linting rempah",
        "Rokok herbal", "Rokok klobot", "Udud sehat", "Liquid saltnic mangga", "Pods relx", "IQOS heets", "Snus mint", "Shisha apel", "Papir plus filter linting",
        "Gudang garam merah", "Dji sam soe isi 12", "Kasturi rajangan Jember", "Tembakau Besuki na oogst", "Mako Sasak siap linting", "Tembakau shag Belanda",
        "Rajangan Lombok siap hisap", "Isi ulang pod nikotin", "Tembakau sedotan", "Mbako rasa nangka 1 ons", "Bako sachet 40 g",
        "Bako Senang rajangan kuning", "Tembakau kasturi 100gr", "Mbako tambeng Bondowoso", "Bako siluk Bantul linting", "Tembakau aromatik rasa vanila",
        "Mbako linting isi ulang 1 kg", "Rajang halus tembakau Selong", "Daun tembakau muda untuk nginang", "Tembakau gosok bibir", "Bako asepan", "mbakau rajang",
        "tmbako iris", "T3mbakau 1ris", "T.E.M.B.A.K.A.U rajangan", "TembakauIrisHalus", "tembakau-rajang-lombok", "Kretek tanpa filter", "Cerutu mini coklat",
        "Bidi India", "Vape pod starter", "E-liquid 3mg nikotin", "Dokha pipa", "Hookah arang", "Rokok lintingan Inaq", "Rokoq jari isi 10", "Lisong cap jempol",
        "Tembakau untuk lintingan 50gr", "Paket melinting pemula", "Alat linting plus mbako", "Stok bako pilihan", "Bako sasak asli",
        "Tembakau Lombok virginia omprongan", "Krosok omprong grade 1", "Godong bako garing", "daun mbako garing 1 kg", "Tembakau srintil 25gr",
        "Gantungan kunci bonus mbako linting", "Keranjang isi bako rajangan",
    ];

    public static readonly string[] Good =
    [
        "Tas daun tembakau", "Bingkai batang tembakau", "Miniatur perajin rajangan", "Dompet daun tembakau", "Gantungan kunci batang tembakau",
        "Lampion daun tembakau", "Kotak tisu daun tembakau", "Tempat pensil batang tembakau", "Topi anyaman daun tembakau", "Sandal anyaman tangkai tembakau",
        "Tatakan gelas batang tembakau", "Keranjang tangkai tembakau", "Hiasan dinding daun tembakau", "Lukisan petani tembakau", "Lukisan merajang tembakau",
        "Miniatur gudang oven tembakau", "Miniatur alat rajang tembakau", "Patung petani tembakau Lombok", "Kartu ucapan daun tembakau",
        "Buku catatan sampul daun tembakau", "Undangan kertas daun tembakau", "Kipas daun tembakau", "Bros daun tembakau", "Kalung batang tembakau",
        "Gelang serat tembakau", "Vas batang tembakau", "Lampu meja batang tembakau", "Nampan daun tembakau resin", "Jam dinding daun tembakau",
        "Cermin bingkai tembakau", "Clutch daun tembakau", "Tote bag motif daun tembakau", "Kain tenun motif daun tembakau", "Batik motif tembakau",
        "Batik pewarna alam daun tembakau", "Tas daun tembakau iris tipis berlapis katun", "Tas anyaman irisan daun tembakau", "Topeng batang tembakau",
        "Mainan anak batang tembakau", "Meja kecil batang tembakau", "Tobacco leaf bag", "Tobacco stalk frame", "Leaf wallet of dried tobacco leaf",
        "Briket batang tembakau", "Asap cair batang tembakau", "Keranjang bakau", "Batik mangrove motif bakau", "Madu hutan bakau", "Tas kulit Virginia",
        "Rok batik Sasambo", "Rok tenun Sukarara", "Kebaya rajut halus", "Tas rajut tali kur", "Sajadah tenun gedogan", "Peci anyaman ketak",
        "Kopi robusta Sembalun 250 g", "Kue kering halus renyah", "Keripik singkong iris tipis", "Ikan asap Lombok", "Sambal rajang bawang", "Madu Sumbawa asli",
        "Tikar pandan gulung", "Celengan gerabah Banyumulek", "Kendi maling gerabah", "Mutiara Sekarbela", "Cukli kotak perhiasan", "Gula aren Lingsar",
        "Abon ikan siap saji", "Minyak kelapa murni", "Sabun susu kambing", "Lilin aroma cengkeh", "Parfum kasturi botol kaca", "Kemenyan wangi bakar",
        "Pipa bambu hias air mancur", "Filter air gerabah", "Kertas daur ulang batang pisang", "Boneka sasak linen", "Tas pesta manik", "Bantal leher tenun",
        "Sirih pinang wadah kuningan", "Wadah kinang antik", "Susur galur desa Semoyang, buku", "Kotak kayu mole jati",
        "Tas laptop daun tembakau lapis", "Sarung bantal motif tembakau", "Gantungan daun tembakau resin", "Anting daun tembakau kering",
        "Frame foto batang tembakau", "Lampu tidur batang tembakau ukir", "Kotak perhiasan daun tembakau", "Miniatur omprongan tembakau", "Kalender daun tembakau",
        "Pembatas buku daun tembakau", "Rak bunga batang tembakau", "Placemat batang tembakau", "Hiasan kepala daun tembakau", "Keripik tempe iris",
        "Teh herbal kelor", "Bebek asap Sasak", "Asbak batang tembakau", "Tenun songket motif subahnale", "Sedotan bambu", "Sedotan stainless", "Saus sambal",
        "Cengkeh kering 100 g", "Filter kopi kain", "Rolling pin kayu jati", "Virginia, tas wanita", "Bakul anyaman bambu", "Bibit pohon bakau",
        "Sabun daun tembakau", "Pupuk limbah tembakau", "Insektisida nabati daun tembakau", "Gulungan benang tenun", "Tas bonus gantungan kunci", "Gerabah isi madu",
        "Dompet isi kartu", "Daun pandan anyam gulung", "Pipa bambu tiup",
    ];
}
