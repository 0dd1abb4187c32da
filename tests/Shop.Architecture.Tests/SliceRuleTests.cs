using Shop.Platform.Kernel.Database;

namespace Shop.Architecture.Tests
{
    public sealed class SliceRuleTests
    {
        [Fact]
        public void Slices_know_only_the_public_types_of_their_neighbours()
        {
            var found = SliceRule.Violations(typeof(ShopDb).Assembly.Location, SliceTable.Root, SliceTable.MayKnow);
            Assert.True(found.Count == 0, string.Join('\n', found));
        }

        [Fact]
        public void The_rule_catches_a_forbidden_neighbour_and_a_reach_into_internals()
        {
            var found = SliceRule.Violations(
                typeof(SliceRuleTests).Assembly.Location, "Planted", new Dictionary<string, string[]> { ["Shelf"] = ["Cellar"], ["Cellar"] = [] });

            Assert.Equal(2, found.Count);
            Assert.Contains(found, f => f.StartsWith("Cellar may not know Shelf", StringComparison.Ordinal));
            Assert.Contains(found, f => f.StartsWith("Barrel is internal to Cellar", StringComparison.Ordinal));
        }

        [Fact]
        public void The_table_has_no_circle_among_ring_two()
        {
            foreach (var slice in SliceTable.MayKnow.Keys)
                Assert.False(Circles(slice, slice, []), $"{slice} knows itself through others");
        }

        private static bool Circles(string start, string at, HashSet<string> visited) =>
            visited.Add(at) && SliceTable.MayKnow[at].Any(next => next == start || Circles(start, next, visited));
    }
}

namespace Planted.Shelf
{
    public sealed class Board
    {
        internal Cellar.Barrel? Below { get; set; }
    }
}

namespace Planted.Cellar
{
    internal sealed class Barrel
    {
        public Shelf.Board? Above { get; set; }
    }
}
