namespace CraftMarket.Catalogue;

/// <summary>The words to begin with. Indonesian, Sasak («rokoq», «lanjaran»), English, and how they are misspelt on
/// purpose.</summary>
internal static class SmokingLists
{
    public static readonly SmokingWords Words = new(SmokingWords.TheOnly,
        Goods:
        [
            "rokok", "roko", "rokoq", "rokox", "rokog", "rocok", "rokock", "sigaret", "kretek", "cerutu", "serutu",
            "lisong", "tingwe",
            "tembakau iris", "tembakau rajang", "tembakau rajangan", "tembakau linting", "tembakau isap", "tembakau hisap",
            "tembakau kunyah",
            "tembakau shag", "bako iris", "mbako iris", "bako tingwe", "mbako tingwe", "shag", "snus", "vape", "vapes",
            "vaporizer", "liquid vape", "liquid saltnic",
            "rokok klobot", "klobot rokok", "tembakau klobot", "klobot tembakau", "lintingan rokok", "lintingan tembakau",
            "tembakau lintingan",
            "liquid vapor", "vapor liquid", "cairan vapor", "vapor elektrik", "vapor saltnic", "mod vapor", "pod vapor",
            "isi ulang vapor", "vapor juice",
            "cigarette", "cigarettes", "ciggy", "ciggies", "cigar", "cigars", "cigarillo", "cheroot", "e-cigarette", "bidi",
            "shisha", "sisha", "rolling tobacco", "smoking tobacco", "pipe tobacco", "chewing tobacco", "cut tobacco",
        ],
        MildBefore:
        [
            "asbak", "kotak", "tempat", "wadah", "dompet", "bukan", "tanpa", "anti", "bebas", "asap", "puntung", "karpet", "not",
            "no", "ashtray",
            "case", "pipa", "bungkus", "bekas", "limbah", "sisa", "pabrik", "buruh", "industri", "kaleng", "toples", "rak",
            "laci", "korek", "bau", "penghilang", "pengusir",
            "pengganti", "stop", "berhenti", "dilarang", "larangan", "jangan", "tidak", "poster", "iklan", "bingkai", "pigura",
            "motif", "gambar", "hiasan", "miniatur",
            "replika", "koleksi", "museum", "penyimpan", "penyimpanan", "kertas", "filter", "rug", "kain", "menyimpan", "menaruh",
            "sarung", "tas", "vintage", "free",
        ],
        MildAfter:
        [
            "bekas", "case", "box", "holder", "tray", "rug", "carpet", "free", "antik", "kuno", "kosong", "koran", "kertas",
            "benang", "kain", "majalah", "pandan", "packs", "guitar",
        ],
        Suspicious:
        [
            "merokok", "perokok", "rokokan", "udud", "ududan", "sebat", "lanjaran", "nikotin", "nicotine", "cangklong", "bong",
            "hookah", "vaping", "saltnic", "smoking",
            "klobot", "lintingan", "vapor", "isap", "hisap", "linting", "melinting", "papir", "marlboro", "djarum", "sampoerna",
            "ganja", "cimeng", "cannabis",
        ],
        Harmless: ["ceruti", "cerutti", "evaporasi", "evaporated", "evaporator", "rokoko", "rococo"],
        RawGoods: ["tembakau", "tobacco", "bako", "mbako"],
        Parts: ["daun", "batang", "tangkai", "biji", "serat", "limbah", "leaf", "leaves", "stalk", "stem", "seed", "anyam",
            "anyaman", "kerajinan", "kriya", "craft"], Made:
        [
            "tas", "dompet", "clutch", "tote", "ransel", "selempang", "gantungan", "gelang", "kalung", "anting", "bros", "cincin",
            "bingkai", "pigura", "lukisan", "hiasan",
            "miniatur", "patung", "topeng", "boneka", "tikar", "alas", "tatakan", "taplak", "topi", "sandal", "sabuk", "kipas",
            "lampu", "lampion", "vas",
            "perhiasan", "pensil", "tisu", "buku", "kartu", "undangan", "kain", "tenun", "tenunan", "batik", "keranjang", "bakul",
            "nampan", "meja",
            "kursi", "cermin", "mainan", "suvenir", "bag", "wallet", "purse", "frame", "keyring", "keychain", "bracelet", "hat",
            "mat", "lamp", "basket", "souvenir",
        ],
        Prepared:
        [
            "kering", "basah", "iris", "irisan", "rajang", "rajangan", "halus", "kasar", "potong", "potongan", "cacah", "cacahan",
            "bubuk", "serbuk", "curah", "eceran",
            "krosok", "oven", "super", "asli", "murni", "dried", "cut", "shredded", "loose", "raw", "ground", "powder",
            "kg", "kilo", "kilogram", "g", "gr", "gram", "ons", "kuintal", "bal",
        ],
        Plants:
        [
            "tembakau", "tobacco", "bako", "mbako", "mbakau", "tembako", "tembaku", "tembakaw", "temako", "tebakau", "tembakao",
            "mbakoe", "bakonya", "tebako",
        ],
        PlantsElsewhere:
        [
            "virginia", "burley", "srintil", "kasturi", "vorstenlanden", "darmawangi", "bakau", "mako", "klembak", "krosok",
        ],
        ToSmoke:
        [
            "rajang", "rajangan", "merajang", "dirajang", "iris", "irisan", "diiris", "cacah", "cacahan", "dicacah", "linting",
            "lintingan", "melinting", "dilinting", "tingwe",
            "mole", "shag", "krosok", "isap", "hisap", "diisap", "dihisap", "mengisap", "sedot", "sedotan", "asap", "asapan",
            "udud", "ududan", "papir", "pipa", "cangklong",
            "kunyah", "susur", "nyusur", "kinang", "nginang", "menginang", "gulung", "saus", "menyan", "kemenyan", "cengkeh",
            "cengkih", "filter", "oogst", "oven", "smoke", "smoking", "roll", "rolling", "hand rolled", "pipe",
        ],
        Alone: ["rajangan", "krosok", "mole", "klembak", "siong", "dokha", "relx", "iqos", "heets", "juul", "gudang garam",
            "sam soe", "bentoel", "wismilak"], Uses:
        [
            "pupuk", "kompos", "pestisida", "insektisida", "briket", "pewarna", "sabun", "lilin", "parfum", "alat", "mesin",
            "pisau", "cetakan", "kotak", "asbak", "buku", "motif",
            "kaos", "foto", "poster", "petani", "perajin", "anyam", "anyaman", "dianyam", "menganyam", "kerajinan", "kriya",
            "craft", "woven",
        ],
        Filled: ["isi", "berisi", "berisikan", "plus", "bonus", "gratis", "termasuk", "filled"]);
}
