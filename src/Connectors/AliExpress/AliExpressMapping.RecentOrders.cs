using System.Globalization;
using Shop.Connectors.AliExpress.Wire;
using Shop.Connectors.Sdk;

namespace Shop.Connectors.AliExpress;

/// <summary>
/// Finding an order without its number. <c>aliexpress.ds.commissionorder.listbyindex</c> lists paid orders of a period line by line, with
/// product, quantity and time and without the caller's reference: README.md says how far that can be trusted. Pure.
/// </summary>
internal static class RecentOrders
{
    public const int PageSize = 50;

    /// <summary>Both states a paid order goes through; the list asks for one at a time.</summary>
    public static readonly IReadOnlyList<string> States = ["Payment Completed", "Buyer Confirmed Receipt"];

    // The list speaks Pacific standard time (UTC-8). Should it follow summer time, the window still reaches far enough.
    private static readonly TimeSpan Pacific = TimeSpan.FromHours(-8);
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(2);

    /// <summary>A line of a listed order.</summary>
    public sealed record Row(string OrderId, string LineId, string ProductId, int Quantity, DateTimeOffset CreatedAt);

    public static string Time(DateTimeOffset at) => at.ToOffset(Pacific).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    public static (DateTimeOffset From, DateTimeOffset To) Window(DateTimeOffset placedAfter, DateTimeOffset now) => (placedAfter - ClockSkew, now + TimeSpan.FromMinutes(65));

    public static Answer<IReadOnlyList<Row>> Rows(Document document)
    {
        if (AliExpressMapping.Refused(document.Root) is { } fault) return fault;
        var body = AliExpressMapping.Unwrap(document.Root);
        if (body["resp_result"].Exists) body = body["resp_result"];
        var code = body["rsp_code"].Words() ?? body["resp_code"].Words();
        if (code is not (null or "200")) return AliExpressFaults.Of(code, body["rsp_msg"].Words() ?? body["resp_msg"].Words());
        var result = body.Need("result");
        var orders = result["orders"];
        var rows = orders.Items().Select(ReadRow).ToList();
        if (result.Exists && !orders.Exists && result["current_record_count"].Count() != 0) orders.Bad("missing");
        return document.Trouble.Or<IReadOnlyList<Row>>(rows);
    }

    /// <summary>Orders that consist of lines of the request and of nothing else, and that nobody else owns.</summary>
    public static IReadOnlyList<string> Candidates(IEnumerable<Row> rows, OrderRequest request, DateTimeOffset placedAfter) =>
    [
        .. rows.Distinct().GroupBy(row => row.OrderId)
            .Where(order => !request.OrdersOfOthers.Contains(order.Key))
            .Where(order => order.All(row => row.CreatedAt >= placedAfter - ClockSkew))
            .Where(order => Fits(order.Select(row => (row.ProductId, row.Quantity)), request))
            .Select(order => order.Key),
    ];

    /// <summary>Does the order, read in full, consist of the request's variants?</summary>
    public static bool IsOf(SupplierOrder order, OrderRequest request) => order.Items.Count > 0 && order.Items.All(item =>
        request.Lines.Any(line => item == line.ProductId || item == $"{line.ProductId}/{line.VariantId}"));

    /// <summary>What the confirmed candidates say about the request.</summary>
    public static Answer<IReadOnlyList<SupplierOrder>> Verdict(IReadOnlyList<SupplierOrder> found, OrderRequest request, TimeSpan age, TimeSpan listDelay)
    {
        var items = found.Sum(order => order.Items.Count);
        var wanted = request.Lines.Select(line => (line.ProductId, line.VariantId)).Distinct().Count();
        if (found.Count > 0 && items == wanted) return new() { Value = found };
        if (items > wanted) return Person($"{found.Count} orders at AliExpress could be this one.");
        if (age < listDelay)
        {
            return new Fault(FaultKind.Unavailable, "AliExpress's order list may not show the order yet. It is looked up again by itself.")
            {
                RetryAfter = listDelay - age,
            };
        }

        if (items > 0) return Person("AliExpress lists only a part of the order.");
        // Unpaid orders are never listed, so only for paid ones does absence say something: no money went to an order that is not there.
        return request.Pay ? new Answer<IReadOnlyList<SupplierOrder>> { Value = [] } : Person("AliExpress does not list unpaid orders.");
    }

    private static Fault Person(string reason) => new(
        FaultKind.Unsupported, $"{reason} Look into the account's orders on AliExpress and decide.");

    private static bool Fits(IEnumerable<(string ProductId, int Quantity)> lines, OrderRequest request)
    {
        var open = request.Lines.Select(line => (line.ProductId, line.Quantity)).ToList();
        return lines.All(open.Remove);
    }

    private static Row ReadRow(Node row)
    {
        var order = row["order_id"].Id() ?? row["parent_order_number"].Id() ?? row.Need("order_number").NeedId();
        var created = row.Need("created_time");
        var isRead = DateTime.TryParseExact(created.Words(), "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local);
        if (created.Exists && !isRead) created.Bad("expected yyyy-MM-dd HH:mm:ss");
        return new Row(order, row["sub_order_id"].Words() ?? "", row.Need("item_id").NeedId(), row.Need("item_count").Count() ?? 0, new DateTimeOffset(local, Pacific));
    }
}
