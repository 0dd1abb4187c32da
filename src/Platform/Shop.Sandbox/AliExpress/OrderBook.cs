using System.Globalization;
using System.Text.Json.Nodes;
using Shop.Sandbox.Records;

namespace Shop.Sandbox.AliExpress;

/// <summary>All supplier orders. The file is the truth: an order is in it before anybody hears of it.</summary>
internal sealed class OrderBook
{
    private readonly Lock gate = new();
    private readonly Dictionary<long, SupplierOrder> orders = [];
    private readonly Dictionary<long, int> taken = [];
    private readonly JournalFile journal;
    private readonly TimeProvider time;

    public OrderBook(RecordFolder records, TimeProvider time)
    {
        this.time = time;
        journal = records.File("aliexpress-orders");
        foreach (var entry in journal.ReadAll()) Replay(entry);
    }

    public SupplierOrder? Find(long id)
    {
        lock (gate) return orders.GetValueOrDefault(id);
    }

    public IReadOnlyList<SupplierOrder> All()
    {
        lock (gate) return [.. orders.Values.OrderBy(order => order.Id)];
    }

    public int Taken(long skuId)
    {
        lock (gate) return taken.GetValueOrDefault(skuId);
    }

    /// <summary>Runs the check and the placing as one step, so that two calls with one reference cannot both win.</summary>
    public T Exclusively<T>(Func<T> work)
    {
        lock (gate) return work();
    }

    public IReadOnlyList<SupplierOrder> OfReference(string outOrderId)
    {
        lock (gate) return [.. orders.Values.Where(order => order.OutOrderId == outOrderId).OrderBy(order => order.Id)];
    }

    public long NextId()
    {
        lock (gate) return 8190000000000000 + ((orders.Count + 1L) * 99_991_237 % 9_999_999_967) + 1;
    }

    public void Place(SupplierOrder order) => Write("placed", order);

    public SupplierOrder? Pay(long id) => Change(id, "paid", order => order.Paid is null && order.Cancelled is null ? order with { Paid = time.GetUtcNow() } : order);

    public SupplierOrder? Cancel(long id) => Change(id, "cancelled", order => order with { Cancelled = time.GetUtcNow() });

    public SupplierOrder? Advance(long id, double days) => Change(id, "advanced", order => order with { AdvancedDays = order.AdvancedDays + days });

    private SupplierOrder? Change(long id, string kind, Func<SupplierOrder, SupplierOrder> change)
    {
        lock (gate)
        {
            if (!orders.TryGetValue(id, out var order)) return null;
            var changed = change(order);
            Write(kind, changed);
            return changed;
        }
    }

    private void Write(string kind, SupplierOrder order)
    {
        lock (gate)
        {
            var entry = new JsonObject
            {
                ["at"] = time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
                ["kind"] = kind,
                ["order"] = order.ToJson(),
            };
            journal.Append(entry);
            Replay(entry);
        }
    }

    private void Replay(JsonObject entry)
    {
        var order = SupplierOrder.From(entry["order"]);
        var kind = entry["kind"].Text();
        if (kind == "placed") Reserve(order, 1);
        if (kind == "cancelled" && orders.TryGetValue(order.Id, out var before) && before.Cancelled is null) Reserve(order, -1);
        orders[order.Id] = order;
    }

    private void Reserve(SupplierOrder order, int sign)
    {
        foreach (var line in order.Lines) taken[line.SkuId] = taken.GetValueOrDefault(line.SkuId) + (sign * line.Count);
    }
}
