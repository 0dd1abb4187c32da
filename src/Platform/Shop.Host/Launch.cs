using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Shop.Platform.ConnectorHosting.CommandLine;
using Shop.Platform.Kernel.Database;

namespace Shop.Host;

/// <summary>Runs one command of the executable. What goes wrong before the first request is one sentence that says what to do.</summary>
internal static class Launch
{
    public static async Task<int> RunAsync(string[] args, Action<WebApplicationBuilder> parts, Action<WebApplication> pipeline)
    {
        try
        {
            return args switch
            {
                ["connector", ..] => await ConnectorCommand.RunAsync(args),
                ["migrate", .. var rest] => await MigrateAsync(rest, parts),
                _ => await ServeAsync(args, parts, pipeline),
            };
        }
        catch (Exception exception) when (Sentence(exception) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return 1;
        }
    }

    private static async Task<int> ServeAsync(string[] args, Action<WebApplicationBuilder> parts, Action<WebApplication> pipeline)
    {
        await using var app = Build(args, parts);
        pipeline(app);
        await app.Services.MigrateDatabaseAsync(CancellationToken.None);
        var seeded = await DemoSeed.RunAsync(app.Services, app.Configuration);
        await app.StartAsync();
        await Greeting.WriteAsync(app, seeded);
        await app.WaitForShutdownAsync();
        return 0;
    }

    private static async Task<int> MigrateAsync(string[] args, Action<WebApplicationBuilder> parts)
    {
        await using var app = Build(args, parts);
        await app.Services.MigrateDatabaseAsync(CancellationToken.None);
        Console.WriteLine("The database is up to date.");
        return 0;
    }

    private static WebApplication Build(string[] args, Action<WebApplicationBuilder> parts)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        HostSettings.Complete(builder);
        parts(builder);
        return builder.Build();
    }

    private static string? Sentence(Exception exception) => exception switch
    {
        StartFailure failure => failure.Message,
        IOException { InnerException: AddressInUseException } => $"{exception.Message} Stop the other program, or choose a port with --Port=5081.",
        SocketException { SocketErrorCode: SocketError.AccessDenied } => "This port may not be opened by this user; choose one above 1023 with --Port.",
        Npgsql.NpgsqlException => $"The database cannot be reached: {exception.Message} Check Database__ConnectionString.",
        Microsoft.Data.Sqlite.SqliteException => $"The database file cannot be used: {exception.Message} Check Database__ConnectionString and Data__Folder.",
        _ => null,
    };
}

/// <summary>The start cannot go on; the message is for the person at the terminal.</summary>
internal sealed class StartFailure(string message) : Exception(message);
