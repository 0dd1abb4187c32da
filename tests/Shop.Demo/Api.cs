using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Shop.Demo;

/// <summary>JSON over HTTP; anything but success ends the journey with the server's own words.</summary>
public sealed class Api : IDisposable
{
    private readonly HttpClient _client;

    /// <param name="key">Bearer token, for Stripe's API. Null for none.</param>
    public Api(Uri root, string? key = null)
    {
        _client = Installation.Client(root);
        if (key is not null)
            _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    public Task<JsonNode> GetAsync(string path, CancellationToken cancellationToken) => SendAsync(HttpMethod.Get, path, null, null, cancellationToken);

    public Task<JsonNode> PostAsync(string path, object? body, CancellationToken cancellationToken, string? key = null) =>
        SendAsync(HttpMethod.Post, path, body, key, cancellationToken);

    public Task<JsonNode> PutAsync(string path, object body, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Put, path, body, null, cancellationToken);

    /// <summary>Fetches a page as a browser would, redirects included; fails when it is not there.</summary>
    public async Task<string> PageAsync(string path, CancellationToken cancellationToken)
    {
        using var answer = await _client.GetAsync(path, cancellationToken);
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        if (answer.Headers.Location is { } next)
            return await PageAsync(next.ToString(), cancellationToken);
        return answer.IsSuccessStatusCode ? text : throw new DemoFailureException($"GET {path} answered {(int)answer.StatusCode}.");
    }

    /// <summary>Posts a form without following the redirect.</summary>
    /// <returns>Where the answer points; the address itself when it points nowhere.</returns>
    public async Task<Uri> FormAsync(Uri address, Dictionary<string, string> fields, CancellationToken cancellationToken)
    {
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await _client.PostAsync(address, form, cancellationToken);
        if ((int)answer.StatusCode >= 400)
            throw new DemoFailureException($"POST {address} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancellationToken)}");
        return answer.Headers.Location is { } next ? new Uri(address, next) : address;
    }

    /// <summary>Asks again until <paramref name="enough"/>, or fails after <paramref name="seconds"/>.</summary>
    public async Task<JsonNode> UntilAsync(string path, Func<JsonNode, bool> enough, string what, CancellationToken cancellationToken, int seconds = 60)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            var answer = await GetAsync(path, cancellationToken);
            if (enough(answer))
                return answer;
            if (waited.Elapsed.TotalSeconds > seconds)
                throw new DemoFailureException($"{what} did not come within {seconds} s; last answer of {path}: {Short(answer.ToJsonString())}");
            await Task.Delay(200, cancellationToken);
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<JsonNode> SendAsync(HttpMethod method, string path, object? body, string? key, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        using var answer = await _client.SendAsync(request, cancellationToken);
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        if (!answer.IsSuccessStatusCode)
            throw new DemoFailureException($"{method} {path} answered {(int)answer.StatusCode}: {Short(text)}");
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }

    private static string Short(string text) => text.Length > 600 ? text[..600] + "…" : text;
}
