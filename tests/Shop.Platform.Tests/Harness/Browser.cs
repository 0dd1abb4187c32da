using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Shop.Platform.Kernel;

namespace Shop.Platform.Tests.Harness;

/// <summary>Calls a server under host names of its choosing and keeps cookies per host name, as browsers do with host-only cookies.</summary>
public sealed class Browser(Uri server)
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = server };
    private readonly Dictionary<string, CookieContainer> _cookies = [];

    public async Task<Answer> SendAsync(string host, HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Headers = { Host = host } };
        if (body is not null)
            request.Content = JsonContent.Create(body, options: KernelJson.Options);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        var jar = _cookies.TryGetValue(host, out var known) ? known : _cookies[host] = new CookieContainer();
        if (jar.GetCookieHeader(server) is { Length: > 0 } cookies)
            request.Headers.TryAddWithoutValidation("Cookie", cookies);
        using var response = await _client.SendAsync(request);
        string[] set = response.Headers.TryGetValues("Set-Cookie", out var lines) ? [.. lines] : [];
        foreach (var line in set)
            jar.SetCookies(server, line);
        return new(response.StatusCode, await response.Content.ReadAsStringAsync(), response.Content.Headers.ContentType?.MediaType, set);
    }

    public Task<Answer> GetAsync(string host, string path, params (string Name, string Value)[] headers) => SendAsync(host, HttpMethod.Get, path, null, headers);

    public Task<Answer> PostAsync(string host, string path, object body) => SendAsync(host, HttpMethod.Post, path, body);

    public Task<Answer> SignInAsync(string email, string password) => PostAsync("admin.localhost", "/api/admin/session", new { email, password });
}

public sealed record Answer(HttpStatusCode Status, string Text, string? Type, IReadOnlyList<string> SetCookies)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;
}
