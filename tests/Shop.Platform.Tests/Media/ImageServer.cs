using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NetVips;

namespace Shop.Platform.Tests.Media;

/// <summary>A supplier's image host on a loopback port.</summary>
internal sealed class ImageServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ImageServer(WebApplication app) => _app = app;

    public int Requests { get; private set; }

    public Dictionary<string, Func<HttpContext, Task>> Answers { get; } = [];

    public string HostAndPort => new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Authority;

    public Uri Address(string path) => new($"http://{HostAndPort}/{path}");

    public static async Task<ImageServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var server = new ImageServer(app);
        app.Run(context =>
        {
            server.Requests++;
            return server.Answers.TryGetValue(context.Request.Path.Value!.TrimStart('/'), out var answer) ? answer(context) : NotFound(context);
        });
        await app.StartAsync();
        return server;
    }

    public void Serve(string path, byte[] bytes, string type = "image/jpeg") => Answers[path] = context =>
    {
        context.Response.ContentType = type;
        return context.Response.Body.WriteAsync(bytes).AsTask();
    };

    public void Redirect(string path, string to) => Answers[path] = context =>
    {
        context.Response.Redirect(to);
        return Task.CompletedTask;
    };

    /// <summary>A picture in one colour, with a comment in its metadata.</summary>
    public static byte[] Draw(int width, int height, bool transparent = false, byte red = 200)
    {
        using var canvas = Image.Black(width, height, bands: 3) + new double[] { red, 100, 50 };
        using var colour = canvas.Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
        using var noted = colour.Mutate(m => m.Set(GValue.GStrType, "exif-ifd0-ImageDescription", "SECRET-PLACE"));
        if (!transparent)
            return noted.JpegsaveBuffer();
        using var clear = noted.Bandjoin(128);
        return clear.PngsaveBuffer();
    }

    private static Task NotFound(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
