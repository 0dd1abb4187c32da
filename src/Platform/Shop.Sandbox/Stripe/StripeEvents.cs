using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;

namespace Shop.Sandbox.Stripe;

/// <summary>Writes down what happened as event objects and hands them to the sender.</summary>
public sealed class StripeEvents(StripeStore store, WebhookQueue queue, IOptions<SandboxOptions> options)
{
    /// <summary>The account's API version: what the last caller asked for.</summary>
    public string Version { get; set; } = options.Value.Stripe.ApiVersion;

    public void Emit(string type, JsonObject subject, StripeCall? call = null, JsonObject? previous = null)
    {
        var data = new JsonObject { ["object"] = subject.DeepClone() };
        if (previous is not null) data["previous_attributes"] = previous;
        var happened = new JsonObject
        {
            ["id"] = StripeStore.NewId("evt_1"),
            ["object"] = "event",
            ["api_version"] = Version,
            ["created"] = store.Now,
            ["data"] = data,
            ["livemode"] = false,
            ["pending_webhooks"] = 0,
            ["request"] = new JsonObject { ["id"] = call?.RequestId, ["idempotency_key"] = call?.IdempotencyKey },
            ["type"] = type,
        };
        var receivers = queue.Receivers(type);
        happened["pending_webhooks"] = receivers.Count;
        store.Put(happened);
        foreach (var receiver in receivers) queue.Enqueue(happened, receiver);
    }
}
