using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Kernel.Outbox;
using Stripe;

namespace Shop.Platform.Payments;

/// <summary>Takes a webhook: checks who signed it, stores it, answers. What it means is worked out after the answer.</summary>
internal sealed class ReceiveWebhook(ShopDb db, WebhookSecrets secrets, TimeProvider time, IIdSource ids)
{
    /// <summary>In seconds, to both sides: an older message may be a recorded one.</summary>
    private const long Tolerance = 300;

    public const int MaxBytes = 512 * 1024;

    public async Task<Outcome<Done>> ReceiveAsync(string payload, string? signature, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var active = await secrets.ActiveAsync(cancellationToken);
        if (string.IsNullOrEmpty(signature) || !active.Any(secret => IsSignedBy(secret, payload, signature, now.ToUnixTimeSeconds())))
            return Problem.Invalid("webhook.signature", "The signature does not fit.");
        if (Envelope(payload) is not { } envelope)
            return Problem.Invalid("webhook.body", "This is not a Stripe event.");
        if (await db.Set<StripeEvent>().AnyAsync(e => e.EventId == envelope.Id, cancellationToken))
            return new Done();
        var stored = new StripeEvent { Id = ids.New<StripeEvent>(), EventId = envelope.Id, Type = envelope.Type, Payload = payload, ReceivedAt = now };
        db.Add(stored);
        db.Publish(new StripeEventStored(stored.Id));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // The same event twice at once: the other one stored it. Anything else is still not stored, and Stripe must send it again.
            db.ChangeTracker.Clear();
            if (!await db.Set<StripeEvent>().AnyAsync(e => e.EventId == envelope.Id, cancellationToken))
                throw;
        }
        return new Done();
    }

    private static bool IsSignedBy(string secret, string payload, string signature, long now)
    {
        try
        {
            EventUtility.ValidateSignature(payload, signature, secret, Tolerance, now);
            return true;
        }
        // The library throws its own type for a wrong signature and whatever its parsing meets for a mangled header.
        catch (Exception exception) when (exception is StripeException or FormatException or OverflowException or ArgumentException or IndexOutOfRangeException or InvalidOperationException)
        {
            return false;
        }
    }

    private static (string Id, string Type)? Envelope(string payload)
    {
        try
        {
            using var json = JsonDocument.Parse(payload);
            return json.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("id", out var id) && id.GetString() is { Length: > 0 and <= 255 } eventId
                && root.TryGetProperty("type", out var type) && type.GetString() is { Length: > 0 and <= 120 } eventType
                && root.TryGetProperty("data", out var data) && data.TryGetProperty("object", out _) ? (eventId, eventType) : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}

/// <summary>A webhook waits to be worked on.</summary>
internal sealed record StripeEventStored(Id<StripeEvent> Event) : IEvent;
