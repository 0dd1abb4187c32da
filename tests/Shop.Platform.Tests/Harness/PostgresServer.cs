using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Shop.Platform.Tests.Harness;

/// <summary>A PostgreSQL server of the test run's own: on a free loopback port, in a temporary folder, stopped by pid at the end.</summary>
public sealed class PostgresServer
{
    private static readonly Lazy<PostgresServer?> Shared = new(StartOnItsOwnThread);
    private readonly int _port;
    private int _databases;

    private PostgresServer(int port) => _port = port;

    /// <summary>Null where PostgreSQL is not installed.</summary>
    public static PostgresServer? Instance => Shared.Value;

    public static bool Installed => Binaries is not null;

    private static string? Binaries => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).OrderDescending().FirstOrDefault(bin => File.Exists(Path.Combine(bin, "postgres")))
        : null;

    public string NewDatabase(string? template = null)
    {
        var name = $"t{Interlocked.Increment(ref _databases)}_{Environment.ProcessId}";
        Execute($"CREATE DATABASE {name}" + (template is null ? "" : $" TEMPLATE {template}"));
        return ConnectionString(name);
    }

    public void Drop(string connectionString)
    {
        using (var connection = new NpgsqlConnection(connectionString))
            NpgsqlConnection.ClearPool(connection);
        Execute($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(connectionString).Database} WITH (FORCE)");
    }

    private void Execute(string sql)
    {
        using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={_port};Username=postgres;Database={database};Include Error Detail=true;Maximum Pool Size=20";

    /// <summary>
    /// The server dies with the thread that started it, not with the process (pdeathsig): a pool thread that is retired would take it along in the
    /// middle of a run.
    /// </summary>
    private static PostgresServer? StartOnItsOwnThread()
    {
        var started = new TaskCompletionSource<PostgresServer?>();
        var parent = new Thread(() =>
        {
            try
            {
                started.SetResult(Start());
            }
#pragma warning disable CA1031 // Handed to whoever asked for the server.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                started.SetException(exception);
            }
            Thread.Sleep(Timeout.Infinite);
        })
        { IsBackground = true };
        parent.Start();
        return started.Task.GetAwaiter().GetResult();
    }

    private static PostgresServer? Start()
    {
        if (Binaries is not { } bin)
            return null;
        var folder = Directory.CreateTempSubdirectory("shop-pg-").FullName;
        var data = Path.Combine(folder, "data");
        var port = FreePort();
        if (Environment.UserName == "root")
            Run("chown", $"-R postgres {folder}");
        Run(bin + "/initdb", $"-D {data} -U postgres -A trust --no-sync -E UTF8 --locale=C", asPostgres: true);
        var server = Launch(bin + "/postgres", $"-D {data} -p {port} -k {folder} -c listen_addresses=127.0.0.1 -c max_connections=200 -c fsync=off", asPostgres: true);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop(server, folder);
        var instance = new PostgresServer(port);
        WaitUntilReady(instance);
        return instance;
    }

    private static void WaitUntilReady(PostgresServer server)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                server.Execute("SELECT 1");
                return;
            }
            catch (NpgsqlException) when (attempt < 100)
            {
                Thread.Sleep(100);
            }
        }
    }

    private static void Stop(Process server, string folder)
    {
        server.Kill(entireProcessTree: true);
        server.WaitForExit(5000);
        try { Directory.Delete(folder, recursive: true); }
        catch (IOException) { /* A straggling file in a temporary folder is the system's to clean. */ }
        catch (UnauthorizedAccessException) { /* The same. */ }
    }

    private static Process Launch(string file, string arguments, bool asPostgres)
    {
        var start = asPostgres && Environment.UserName == "root"
            ? new ProcessStartInfo("setpriv", $"--reuid=postgres --regid=postgres --init-groups --pdeathsig=KILL {file} {arguments}")
            : new ProcessStartInfo(file, arguments);
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.WorkingDirectory = "/";
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static void Run(string file, string arguments, bool asPostgres = false)
    {
        using var process = Launch(file, arguments, asPostgres);
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{file} {arguments} ended with {process.ExitCode}.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
