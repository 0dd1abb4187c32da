using System.Text.RegularExpressions;
using Shop.Connectors.AliExpress.Wire;
using Shop.Connectors.Sdk;

namespace Shop.Connectors.AliExpress;

/// <summary>Answers of <c>aliexpress.ds.order.tracking.get</c>. Pure.</summary>
internal static partial class TrackingMapping
{
    private const string NothingYet = "TRACKING DATA NOT FOUND";

    public static Answer<IReadOnlyList<Parcel>> Parcels(Document document)
    {
        if (AliExpressMapping.Refused(document.Root) is { } fault)
            return fault.Detail?.Contains(NothingYet, StringComparison.OrdinalIgnoreCase) == true ? Nothing() : fault;
        var result = AliExpressMapping.Unwrap(document.Root).Need("result");
        var words = $"{result["code"].Words()} {result["msg"].Words()}";
        if (words.Contains(NothingYet, StringComparison.OrdinalIgnoreCase)) return Nothing();
        if (result.Exists && result.Need("ret").Flag() == false) return AliExpressFaults.Of(result["code"].Words(), result["msg"].Words());
        var lines = result.Need("data").Need("tracking_detail_line_list");
        return document.Trouble.Or<IReadOnlyList<Parcel>>([.. lines.Items().Select(Line)]);
    }

    private static Answer<IReadOnlyList<Parcel>> Nothing() => new() { Value = [] };

    private static Parcel Line(Node line)
    {
        var nodes = line["detail_node_list"].Items();
        return new Parcel(line.Need("mail_no").NeedWords())
        {
            Carrier = line["carrier_name"].Words(),
            ExpectedAt = line["eta_time_stamps"].Milliseconds(),
            Events = [.. nodes.Select(Event).OrderBy(e => e.At)],
            Delivered = nodes.Any(node => SaysDelivered(node["tracking_name"].Words()) || SaysDelivered(node["tracking_detail_desc"].Words())) ? true : null,
            Items = [.. line["package_item_list"].Items().Select(item => item["item_id"].Id()).OfType<string>().Distinct()],
        };
    }

    private static Parcel.Event Event(Node node)
    {
        var at = node.Need("time_stamp");
        if (at.Exists && at.Milliseconds() is null) at.Bad("expected milliseconds");
        var text = node["tracking_detail_desc"].Words() ?? node["tracking_name"].NeedWords();
        return new Parcel.Event(at.Milliseconds() ?? default, text);
    }

    /// <summary>The words of carriers differ; what only sounds like delivery must not count (TRUST: unknown stays unknown).</summary>
    private static bool SaysDelivered(string? words) => words is not null && Delivered().IsMatch(words) && !NotDelivered().IsMatch(words);

    [GeneratedRegex(
        @"\b(delivered|livrée?s?)\b|\bsigned\s+(for\s+)?by\b|\bdelivery\s+(was\s+)?(successful|completed)\b|\bsuccessfully\s+delivered\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Delivered();

    [GeneratedRegex(
        @"\b(not|never|cannot|can't|could\s+not|couldn't|unable|fail\w*|will|to)\s+(yet\s+)?(be\s+)?(successfully\s+)?delivered\b|\bdelivered\s+to\s+(?!(the\s+|your\s+|an?\s+)?(recipient|customer|addressee|receiver|consignee|buyer|door|mail\s?box|neighbou?r|individual|parcel\s+locker|community\s+mail\s?box|you|home|address)\b)|\b(non|pas|pas\s+encore|sera|être)\s+livrée?s?\b|\b(sera|être)\s+bientôt\s+livrée?s?\b|\blivrée?s?\s+(au|à\s+la)\s+(transporteur|douane|compagnie)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NotDelivered();
}
