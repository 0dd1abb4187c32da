using Shop.Connectors.Sdk;

namespace Shop.Connectors.AliExpress;

/// <summary>Lists the account's paid orders of a period completely. A full page is halved in time, so no undocumented cursor is needed.</summary>
internal static class OrderSearch
{
    private const int MaxCalls = 40;

    public static async Task<Answer<IReadOnlyList<RecentOrders.Row>>> PaidAsync(
        IConnectorContext context, DateTimeOffset placedAfter, CancellationToken cancellationToken)
    {
        var rows = new List<RecentOrders.Row>();
        var window = RecentOrders.Window(placedAfter, context.Time.GetUtcNow());
        var open = new Stack<(string State, DateTimeOffset From, DateTimeOffset To)>(RecentOrders.States.Select(state => (state, window.From, window.To)));
        for (var calls = 0; open.TryPop(out var part); calls++)
        {
            if (calls == MaxCalls || part.To - part.From < TimeSpan.FromSeconds(1)) return TooMany();
            var parameters = AliExpressRequests.PaidOrders(part.State, part.From, part.To);
            var reply = await AliExpressClient.CallAsync(context, "aliexpress.ds.commissionorder.listbyindex", parameters, cancellationToken);
            if (reply.Failed(out var fault, out var answer)) return fault;
            if (RecentOrders.Rows(answer.Document).Failed(out fault, out var page)) return fault;
            if (page.Count < RecentOrders.PageSize)
            {
                rows.AddRange(page);
                continue;
            }

            var middle = part.From + ((part.To - part.From) / 2);
            open.Push((part.State, part.From, middle));
            open.Push((part.State, middle, part.To));
        }

        return rows;
    }

    private static Fault TooMany() => new(
        FaultKind.Unsupported, "AliExpress lists too many orders of that time to find this one. Look into the account's orders on AliExpress and decide.");
}
