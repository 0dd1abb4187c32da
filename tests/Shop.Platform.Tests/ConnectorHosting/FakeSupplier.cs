using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Shop.Platform.Tests.ConnectorHosting;

/// <summary>A supplier on loopback: remembers what it was asked and answers as the test says.</summary>
internal sealed class FakeSupplier : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeSupplier(WebApplication app) => _app = app;

    public ConcurrentQueue<Seen> Requests { get; } = new();

    /// <summary>The answer to everything; by default a plain 200.</summary>
    public Func<Seen, HttpContext, Task> Answer { get; set; } = (_, context) => context.Response.WriteAsync("{\"ok\":true}");

    public string Address => _app.Urls.Single();

    public static async Task<FakeSupplier> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication app = builder.Build();
        FakeSupplier supplier = new(app);
        app.Run(async context =>
        {
            using StreamReader reader = new(context.Request.Body);
            Seen seen = new(
                context.Request.Method,
                context.Request.Path,
                context.Request.QueryString.Value ?? "",
                await reader.ReadToEndAsync(),
                context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase));
            supplier.Requests.Enqueue(seen);
            await supplier.Answer(seen, context);
        });
        await app.StartAsync();
        return supplier;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    internal sealed record Seen(string Method, string Path, string Query, string Body, IReadOnlyDictionary<string, string> Headers);
}
