namespace Shop.Sandbox;

/// <summary>Deterministic randomness (SplitMix64): the same seed gives the same world on every machine and runtime version.</summary>
public struct Dice
{
    private ulong state;

    public Dice(ulong seed) => state = seed;

    public static Dice Of(int seed, string purpose, long index = 0) => new(Mix((ulong)seed, purpose, index));

    public ulong Next()
    {
        state += 0x9E3779B97F4A7C15UL;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    public int Below(int limit) => (int)(Next() % (ulong)limit);

    public int Between(int low, int high) => low + Below(high - low + 1);

    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Chance(double probability) => Unit() < probability;

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>Standard normal by Box and Muller.</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Unit())) * Math.Cos(2 * Math.PI * Unit());

    public T[] Several<T>(IReadOnlyList<T> items, int count)
    {
        var pool = items.ToList();
        var chosen = new T[Math.Min(count, pool.Count)];
        for (var i = 0; i < chosen.Length; i++)
        {
            var at = Below(pool.Count);
            chosen[i] = pool[at];
            pool.RemoveAt(at);
        }

        return chosen;
    }

    private static ulong Mix(ulong seed, string purpose, long index)
    {
        var hash = 14695981039346656037UL ^ seed;
        foreach (var c in purpose) hash = (hash ^ c) * 1099511628211UL;
        hash ^= (ulong)index * 0xD6E8FEB86659FD93UL;
        var dice = new Dice(hash);
        return dice.Next();
    }
}
