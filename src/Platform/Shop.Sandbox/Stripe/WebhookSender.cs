using System.Text;
using Microsoft.Extensions.Options;
using Shop.Sandbox.Faults;
using Shop.Sandbox.Records;

namespace Shop.Sandbox.Stripe;

/// <summary>Delivers events: at least once, without a promise of order, again and again until somebody answers 2xx.</summary>
internal sealed partial class WebhookSender(
    WebhookQueue queue, FaultBoard faults, IHttpClientFactory clients, SandboxClock time, IOptions<SandboxOptions> options, ILogger<WebhookSender> log)
    : BackgroundService
{
    private const int MostAttempts = 40;
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var delivery in queue.Reader.ReadAllAsync(stoppingToken))
        {
            var type = delivery.Event["type"].Text()!;
            var copies = faults.Take(StripeDoor.Party, type, FaultKinds.WebhookDuplicate) is null ? 1 : 2;
            for (var copy = 0; copy < copies; copy++) _ = DeliverAsync(delivery, FirstPause(type), stoppingToken);
        }
    }

    private TimeSpan FirstPause(string type) =>
        faults.Take(StripeDoor.Party, type, FaultKinds.WebhookDelay) is { } delay ? TimeSpan.FromMilliseconds(delay.DelayMs ?? 3000)
        : faults.Take(StripeDoor.Party, type, FaultKinds.WebhookReorder) is not null ? TimeSpan.FromSeconds(2)
        : TimeSpan.Zero;

    private async Task DeliverAsync(WebhookDelivery delivery, TimeSpan pause, CancellationToken cancel)
    {
        try
        {
            var next = TimeSpan.FromSeconds(options.Value.Stripe.WebhookRetrySeconds);
            for (var attempt = 1; attempt <= MostAttempts; attempt++)
            {
                if (pause > TimeSpan.Zero) await Task.Delay(pause, time, cancel);
                var result = await AttemptAsync(delivery, cancel);
                queue.Record(delivery, attempt, result);
                if (result == "delivered") return;
                pause = next;
                next = next * 2 < LongestPause ? next * 2 : LongestPause;
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The sandbox stops; what is undelivered is sent again at the next start.
        }
    }

    private async Task<string> AttemptAsync(WebhookDelivery delivery, CancellationToken cancel)
    {
        if (faults.Take(StripeDoor.Party, delivery.Event["type"].Text()!, FaultKinds.WebhookDrop) is not null) return "lost";
        var body = delivery.Event.ToJsonString(Json.Indented);
        using var request = new HttpRequestMessage(HttpMethod.Post, delivery.Receiver.Url);
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.Add("Stripe-Signature", WebhookSignature.Header(delivery.Receiver.Secret, time.Shared.ToUnixTimeSeconds(), body));
        try
        {
            using var client = clients.CreateClient("stripe-webhooks");
            using var response = await client.SendAsync(request, cancel);
            return response.IsSuccessStatusCode ? "delivered" : $"status {(int)response.StatusCode}";
        }
        catch (Exception problem) when (problem is HttpRequestException or TaskCanceledException && !cancel.IsCancellationRequested)
        {
            Unreachable(log, delivery.Receiver.Url, problem.Message);
            return "unreachable";
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Webhook receiver {Url} not reached: {Problem}")]
    private static partial void Unreachable(ILogger log, string url, string problem);
}
