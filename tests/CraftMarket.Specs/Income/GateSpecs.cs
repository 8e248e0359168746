using CraftMarket.Income.Disclosure;
using CraftMarket.Kernel;

namespace CraftMarket.Specs.Income;

/// <summary>The gate, attacked: a solver adds and subtracts all that was told, and nothing about fewer than five people may come
/// out.</summary>
public sealed class GateSpecs
{
    [Fact]
    public void one_seller_among_five_seated() => Assert.Empty(Gate.Pass([Cell("batch", People(1))]));

    [Fact]
    public void five_sellers_are_told_and_four_are_not()
    {
        Assert.Equal(["five"], Gate.Pass([Cell("four", People(4)), Cell("five", People(5))]));
        Assert.Empty(Gate.Pass([Cell("nobody", [])]));
    }

    [Fact]
    public void a_programme_of_six_and_a_village_of_five_of_them() =>
        Assert.Equal(["programme"], Gate.Pass([Cell("programme", People(6)), Cell("village", People(5))]));

    [Fact]
    public void overlapping_batches_that_differ_by_one_person() =>
        Assert.Equal(["first"], Gate.Pass([Cell("first", People(8)), Cell("second", [.. People(9).Skip(1)])]));

    [Fact]
    public void three_tables_of_which_only_all_together_give_one_person_away()
    {
        // The programme less both villages leaves one.
        var (programme, here, there) = (People(13), People(13)[..6], People(13)[6..12]);
        Assert.Equal(["programme", "here"], Gate.Pass([Cell("programme", programme), Cell("here", here), Cell("there", there)]));
    }

    [Fact]
    public void what_differs_by_five_people_is_told() =>
        Assert.Equal(["programme", "village"], Gate.Pass([Cell("programme", People(10)), Cell("village", People(5))]).Order());

    [Fact]
    public void who_earns_most_of_a_sum_is_not_read_from_it()
    {
        Assert.Empty(Gate.Pass([Cell("batch", People(5), 71, 10, 10, 5, 4)]));
        Assert.Single(Gate.Pass([Cell("batch", People(5), 70, 10, 10, 6, 4)]));
        // Alone each is fine; what is left of the programme beside the village is nearly all one person's.
        Assert.Equal(["programme"],
            Gate.Pass([Cell("programme", People(10), 90, 1, 1, 1, 1, 30, 30, 30, 30, 30),
            Cell("village", [.. People(10).Skip(5)], 30, 30, 30, 30, 30)]));
    }

    [Fact]
    public void a_loss_stands_out_as_a_gain_does() => Assert.Empty(Gate.Pass([Cell("batch", People(5), -900, 10, 10, 10, 10)]));

    [Fact]
    public void whatever_is_told_in_random_worlds_nothing_about_fewer_than_five_people_follows()
    {
        var seed = Random.Shared.Next();
        var (random, told) = (new Random(seed), 0);
        for (var world = 0; world < 300; world++)
        {
            var cells = World(random);
            var passed = Gate.Pass(cells);
            var tables = cells.Where(x => passed.Contains(x.Key)).Select(x => x.Shares.Keys.ToHashSet()).ToList();
            told += tables.Count;
            Assert.True(Solver.Isolates(tables, random) is null, $"seed {seed}, world {world}");
        }

        Assert.True(told > 300, $"seed {seed}: only {told} tables were told at all");
    }

    [Fact]
    public void the_solver_finds_what_a_careless_rule_gives_away()
    {
        var random = new Random(29);
        Assert.NotNull(Solver.Isolates([[.. People(6)], [.. People(5)]], random));
        Assert.NotNull(Solver.Isolates([[.. People(13)], [.. People(13)[..6]], [.. People(13)[6..12]]], random));
        Assert.Null(Solver.Isolates([[.. People(10)], [.. People(5)]], random));
        var careless = Enumerable.Range(0, 50)
            .Select(_ => World(random).Where(x => x.Shares.Count >= 5).Select(x => x.Shares.Keys.ToHashSet()).ToList());
        Assert.Contains(careless, x => Solver.Isolates(x, random) is not null);
    }

    /// <summary>Batches that overlap, the programmes that they belong to, villages across them, and everybody.</summary>
    private static List<Cell<string>> World(Random random)
    {
        var people = People(random.Next(20, 60));
        var village = people.ToDictionary(x => x, _ => random.Next(3));
        var batches = Enumerable.Range(0, random.Next(2, 6)).Select(_ => people.Where(_ => random.Next(3) == 0).ToArray())
            .ToList();
        var half = batches.Count / 2;
        return
        [
            .. batches.Select((x, i) => Cell($"batch {i}", x)),
            Cell("programme 0", [.. batches.Take(half).SelectMany(x => x).Distinct()]),
            Cell("programme 1", [.. batches.Skip(half).SelectMany(x => x).Distinct()]),
            Cell("all", [.. batches.SelectMany(x => x).Distinct()]),
            .. Enumerable.Range(0, 3)
                .Select(v => Cell($"village {v}", [.. batches.SelectMany(x => x).Distinct().Where(x => village[x] == v)])),
        ];
    }

    private static PersonId[] People(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new PersonId(NewId.For("gate", $"{i}")))];

    private static Cell<string> Cell(string key, PersonId[] people, params decimal[] shares) =>
        new(key, people.Select((x, i) => (x, Share: i < shares.Length ? shares[i] : 1)).ToDictionary(x => x.x, x => x.Share));

    /// <summary>Knows every told sum and looks for a combination of them that only few people have a part in.</summary>
    private static class Solver
    {
        private const long Prime = 1_000_003;

        /// <summary>One to four people of whom something can be worked out; null when nobody is found.</summary>
        /// <remarks>Something about people inside a set follows when leaving them out of all sums lowers the rank: a combination
        /// is then left that only they are in.</remarks>
        public static PersonId[]? Isolates(IReadOnlyList<HashSet<PersonId>> tables, Random random)
        {
            // People whom no table tells apart are one column, as many people as it has.
            var columns = tables.SelectMany(x => x).Distinct()
                .GroupBy(x => string.Concat(tables.Select(y => y.Contains(x) ? '1' : '0'))).ToList();
            var rows = tables.Select(x => columns.Select(y => (long)(x.Contains(y.First()) ? 1 : 0)).ToArray()).ToList();
            var whole = Rank(rows, []);
            var small = Enumerable.Range(0, columns.Count).Where(x => columns[x].Count() < 5).ToArray();
            foreach (var set in small.Select(x => new[] { x })
                .Concat(Enumerable.Range(0, 200).Select(_ => small.Where(_ => random.Next(3) == 0).ToArray())))
            {
                var people = set.SelectMany(x => columns[x]).ToArray();
                if (people.Length is > 0 and < 5 && Rank(rows, set) < whole) return people;
            }

            return null;
        }

        private static int Rank(IEnumerable<long[]> rows, int[] without)
        {
            var left = rows.Select(x => x.Where((_, i) => !without.Contains(i)).ToArray()).ToList();
            var rank = 0;
            for (var column = 0; left.Count > 0 && column < left[0].Length; column++)
            {
                if (left.FindIndex(x => x[column] != 0) is var pivot && pivot < 0) continue;
                var by = left[pivot];
                left.RemoveAt(pivot);
                rank++;
                foreach (var row in left.Where(x => x[column] != 0))
                {
                    var factor = row[column] * Inverse(by[column]) % Prime;
                    for (var i = column; i < row.Length; i++) row[i] = ((row[i] - factor * by[i]) % Prime + Prime) % Prime;
                }
            }

            return rank;
        }

        private static long Inverse(long value) => (long)System.Numerics.BigInteger.ModPow(value, Prime - 2, Prime);
    }
}
