using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Shop.Sandbox.Mail;

namespace Shop.Sandbox.Tests.Support;

/// <summary>A sandbox on free ports with its own data folder; it can be stopped and started again on the same folder.</summary>
public sealed class RunningSandbox : IAsyncDisposable
{
    private readonly string[] arguments;
    private readonly string data = Path.Combine(Path.GetTempPath(), "sandbox-test-" + Path.GetRandomFileName());
    private WebApplication app = null!;

    private RunningSandbox(string[] arguments) => this.arguments = arguments;

    public HttpClient Http { get; private set; } = null!;

    public string Address { get; private set; } = "";

    public int SmtpPort { get; private set; }

    public static async Task<RunningSandbox> StartAsync(params string[] arguments)
    {
        var sandbox = new RunningSandbox(arguments);
        await sandbox.StartAsync();
        return sandbox;
    }

    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(data, recursive: true);
    }

    public async Task<JsonObject> ControlAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, "/control" + path);
        if (body is not null) request.Content = JsonContent.Create(body);
        using var response = await Http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return (JsonObject)(await response.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    public Task<JsonObject> FaultAsync(string party, string operation, string kind, int? times = 1, object? more = null)
    {
        var fault = new JsonObject { ["party"] = party, ["operation"] = operation, ["kind"] = kind, ["times"] = times };
        foreach (var property in more?.GetType().GetProperties() ?? []) fault[property.Name] = JsonValue.Create(property.GetValue(more));
        return ControlAsync(HttpMethod.Post, "/faults", fault);
    }

    private async Task StartAsync()
    {
        string[] own = ["--urls", "http://127.0.0.1:0", $"--Sandbox:Data={data}", "--Sandbox:SmtpPort=0", "--Logging:LogLevel:Default=Warning"];
        app = SandboxApp.Build([.. own, .. arguments]);
        await app.StartAsync();
        Address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        SmtpPort = await app.Services.GetRequiredService<SmtpReceiver>().Port;
        Http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(Address) };
    }

    private async Task StopAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
