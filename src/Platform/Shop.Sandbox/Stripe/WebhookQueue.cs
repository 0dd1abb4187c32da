using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.Extensions.Options;
using Shop.Sandbox.Records;

namespace Shop.Sandbox.Stripe;

public sealed record WebhookReceiver(string Id, string Url, string Secret);

public sealed record WebhookDelivery(JsonObject Event, WebhookReceiver Receiver);

/// <summary>Who wants which events, and what is still to be delivered. Undelivered events survive a restart.</summary>
public sealed class WebhookQueue
{
    private readonly Channel<WebhookDelivery> channel = Channel.CreateUnbounded<WebhookDelivery>();
    private readonly StripeStore store;
    private readonly StripeOptions options;
    private readonly JournalFile journal;

    public WebhookQueue(StripeStore store, RecordFolder records, IOptions<SandboxOptions> options)
    {
        this.store = store;
        this.options = options.Value.Stripe;
        journal = records.File("stripe-deliveries");
        var done = journal.ReadAll().Where(entry => entry["result"].Text() == "delivered").Select(Key).ToHashSet(StringComparer.Ordinal);
        foreach (var happened in store.All("event").Reverse().Where(e => e["pending_webhooks"].Long() > 0))
        {
            foreach (var receiver in Receivers(happened["type"].Text()!))
            {
                if (!done.Contains(happened["id"].Text() + receiver.Id)) Enqueue(happened, receiver);
            }
        }
    }

    public ChannelReader<WebhookDelivery> Reader => channel.Reader;

    public void Enqueue(JsonObject happened, WebhookReceiver receiver) => channel.Writer.TryWrite(new WebhookDelivery(happened.Copy(), receiver));

    public IReadOnlyList<WebhookReceiver> Receivers(string type)
    {
        var receivers = store.All("webhook_endpoint").Reverse()
            .Where(endpoint => endpoint["status"].Text() == "enabled")
            .Where(endpoint => (endpoint["enabled_events"] as JsonArray ?? []).Any(wanted => wanted.Text() == "*" || wanted.Text() == type))
            .Select(endpoint => new WebhookReceiver(endpoint["id"].Text()!, endpoint["url"].Text()!, endpoint["secret"].Text()!))
            .ToList();
        if (options.WebhookUrl.Length > 0) receivers.Add(new WebhookReceiver("we_configured", options.WebhookUrl, options.WebhookSecret));
        return receivers;
    }

    public void Record(WebhookDelivery delivery, int attempt, string result)
    {
        journal.Append(new JsonObject
        {
            ["at"] = store.Now,
            ["event"] = delivery.Event["id"].Text(),
            ["type"] = delivery.Event["type"].Text(),
            ["endpoint"] = delivery.Receiver.Id,
            ["url"] = delivery.Receiver.Url,
            ["attempt"] = attempt,
            ["result"] = result,
        });
        if (result != "delivered" || store.Find(delivery.Event["id"].Text(), "event") is not { } kept) return;
        lock (store.Gate)
        {
            var changed = kept.Copy();
            changed["pending_webhooks"] = Math.Max(0, kept["pending_webhooks"].Long() - 1);
            store.Put(changed);
        }
    }

    private static string Key(JsonObject entry) => entry["event"].Text() + entry["endpoint"].Text();
}
