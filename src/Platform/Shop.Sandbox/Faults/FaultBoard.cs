namespace Shop.Sandbox.Faults;

/// <summary>The faults in force. They live in memory only: a restarted sandbox is healthy.</summary>
public sealed class FaultBoard
{
    private readonly Lock gate = new();
    private readonly List<Fault> faults = [];
    private long lastId;

    public Fault Add(Fault fault)
    {
        lock (gate)
        {
            var kept = fault with { Id = ++lastId, Used = 0 };
            faults.Add(kept);
            return kept;
        }
    }

    public IReadOnlyList<Fault> All()
    {
        lock (gate) return [.. faults];
    }

    public int Clear(long? id)
    {
        lock (gate) return faults.RemoveAll(fault => id is null || fault.Id == id);
    }

    /// <summary>Uses up one occurrence of a fault, if one is in force here.</summary>
    public Fault? Take(string party, string operation, string kind, string? productId = null)
    {
        lock (gate)
        {
            var at = faults.FindIndex(fault => Fits(fault, party, operation, kind, productId));
            if (at < 0) return null;
            faults[at] = faults[at] with { Used = faults[at].Used + 1 };
            return faults[at];
        }
    }

    /// <summary>Looks without using up: for lasting conditions such as a price or a stock.</summary>
    public Fault? Find(string party, string operation, string kind, string? productId = null)
    {
        lock (gate) return faults.Find(fault => Fits(fault, party, operation, kind, productId));
    }

    private static bool Fits(Fault fault, string party, string operation, string kind, string? productId) =>
        !fault.Spent
        && string.Equals(fault.Kind, kind, StringComparison.OrdinalIgnoreCase)
        && fault.Concerns(party, operation)
        && (fault.ProductId is null || productId is null || fault.ProductId == productId);
}
