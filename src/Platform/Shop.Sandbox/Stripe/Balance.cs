using System.Text.Json.Nodes;
using Shop.Sandbox.Records;

namespace Shop.Sandbox.Stripe;

/// <summary>Balance transactions: 2.9 % + 30 minor units for a charge, fees not given back on a refund.</summary>
internal sealed class Balance(StripeStore store)
{
    public string ForCharge(JsonObject charge, long amount, JsonObject intent)
    {
        var fee = (long)Math.Round(amount * 0.029m, MidpointRounding.AwayFromZero) + 30;
        return Book("charge", charge, amount, fee, intent);
    }

    public string ForRefund(JsonObject refund, JsonObject? intent) => Book("refund", refund, -refund["amount"].Long(), 0, intent);

    public string ForFailedRefund(JsonObject refund, JsonObject? intent) => Book("refund_failure", refund, refund["amount"].Long(), 0, intent);

    public string ForDispute(JsonObject dispute, JsonObject? intent) => Book("adjustment", dispute, -dispute["amount"].Long(), 2000, intent);

    public string ForWonDispute(JsonObject dispute, JsonObject? intent) => Book("adjustment", dispute, dispute["amount"].Long(), -2000, intent);

    public JsonObject Now()
    {
        var sums = store.All("balance_transaction").GroupBy(item => item["currency"].Text()!).Select(group => (JsonNode?)new JsonObject
        {
            ["amount"] = group.Sum(item => item["net"].Long()),
            ["currency"] = group.Key,
            ["source_types"] = new JsonObject { ["card"] = group.Sum(item => item["net"].Long()) },
        });
        return new JsonObject { ["object"] = "balance", ["available"] = Json.Array(sums), ["livemode"] = false, ["pending"] = new JsonArray() };
    }

    private string Book(string type, JsonObject source, long amount, long fee, JsonObject? intent)
    {
        var id = StripeStore.NewId("txn_3");
        var currency = source["currency"].Text();
        var transaction = new JsonObject
        {
            ["id"] = id,
            ["object"] = "balance_transaction",
            ["amount"] = amount,
            ["available_on"] = store.Now,
            ["created"] = store.Now,
            ["currency"] = currency,
            ["description"] = source["description"].Text(),
            ["exchange_rate"] = null,
            ["fee"] = fee,
            ["fee_details"] = fee == 0 ? new JsonArray() : Json.Array([new JsonObject
            {
                ["amount"] = fee, ["application"] = null, ["currency"] = currency, ["description"] = "Stripe processing fees", ["type"] = "stripe_fee",
            }]),
            ["net"] = amount - fee,
            ["reporting_category"] = type == "adjustment" ? "dispute" : type,
            ["source"] = source["id"].Text(),
            ["status"] = "available",
            ["type"] = type,
        };
        store.Book(transaction, intent);
        return id;
    }
}
