using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Shop.Demo;

/// <summary>
/// A whole installation for one run: the sandbox and the host as processes of their own on free loopback ports, with an empty data folder.
/// Disposing stops both by pid and removes the folder.
/// </summary>
public sealed class Installation : IAsyncDisposable
{
    private const string Configuration =
#if DEBUG
        "Debug";
#else
        "Release";
#endif
    private readonly string _folder = Directory.CreateTempSubdirectory("shop-run-").FullName;
    private readonly bool _keepFolder;
    private Process? _sandbox;
    private Process? _host;

    private readonly IReadOnlyList<string> _extraSettings;

    private Installation(bool keepFolder, IReadOnlyList<string> extraSettings) => (_keepFolder, _extraSettings) = (keepFolder, extraSettings);

    public int Port { get; } = FreePort();

    public int SandboxPort { get; } = FreePort();

    public int SmtpPort { get; } = FreePort();

    public Uri Sandbox => new($"http://127.0.0.1:{SandboxPort}");

    public Uri Platform => new($"http://localhost:{Port}");

    public Uri Admin => new($"http://admin.localhost:{Port}");

    public string DataFolder => _folder;

    public TimeSpan HostStart { get; private set; }

    public int HostProcess => _host?.Id ?? throw new InvalidOperationException("The host does not run.");

    public Uri Store(string slug) => new($"http://{slug}.localhost:{Port}");

    public static async Task<Installation> StartAsync(
        CancellationToken cancellationToken, bool keepFolder = false, IReadOnlyList<string>? extraSettings = null)
    {
        var installation = new Installation(keepFolder, extraSettings ?? []);
        try
        {
            await installation.StartSandboxAsync(cancellationToken);
            await installation.StartHostAsync(cancellationToken);
            return installation;
        }
        catch
        {
            await installation.DisposeAsync();
            throw;
        }
    }

    public async Task StartHostAsync(CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        List<string> arguments =
        [
            Path.Combine(Root(), $"src/Platform/Shop.Host/bin/{Configuration}/net10.0/Shop.Host.dll"),
            $"--Tenancy:Port={Port}", $"--Data:Folder={Path.Combine(_folder, "host")}", .. OutsideSettings(), .. _extraSettings,
        ];
        _host = Launch("host", arguments);
        await ReadyAsync(_host, new Uri(Platform, "/health/ready"), "host", cancellationToken);
        HostStart = watch.Elapsed;
    }

    /// <summary>Ends the host as a power cut would.</summary>
    public async Task KillHostAsync()
    {
        _host!.Kill(entireProcessTree: true);
        await _host.WaitForExitAsync();
    }

    /// <summary>A client that reaches every <c>*.localhost</c> name on loopback, keeps cookies, and does not follow redirects unless told.</summary>
    public static HttpClient Client(Uri root, bool followRedirects = false) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = followRedirects,
        CookieContainer = new CookieContainer(),
        ConnectCallback = async (context, cancellationToken) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    { BaseAddress = root, Timeout = TimeSpan.FromSeconds(60) };

    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Shop.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }

    /// <summary>The last lines a process wrote, for messages about failures.</summary>
    public string Log(string name) =>
        string.Join('\n', LogLines(name).TakeLast(40));

    public IEnumerable<string> LogLines(string name) => File.Exists(LogFile(name)) ? File.ReadLines(LogFile(name)) : [];

    public async ValueTask DisposeAsync()
    {
        foreach (var process in new[] { _host, _sandbox }.OfType<Process>())
        {
            if (!process.HasExited)
            {
                using var terminate = Process.Start("kill", $"-TERM {process.Id}");
                if (!process.WaitForExit(5000))
                    process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync();
            }
            process.Dispose();
        }
        if (!_keepFolder)
            Directory.Delete(_folder, recursive: true);
    }

    private async Task StartSandboxAsync(CancellationToken cancellationToken)
    {
        _sandbox = Launch("sandbox",
        [
            Path.Combine(Root(), $"src/Platform/Shop.Sandbox/bin/{Configuration}/net10.0/Shop.Sandbox.dll"),
            "--urls", Sandbox.ToString().TrimEnd('/'), $"--Sandbox:Data={Path.Combine(_folder, "sandbox")}", $"--Sandbox:SmtpPort={SmtpPort}",
        ]);
        await ReadyAsync(_sandbox, new Uri(Sandbox, "/control/health"), "sandbox", cancellationToken);
    }

    private IEnumerable<string> OutsideSettings() =>
        File.ReadLines(Path.Combine(Root(), "src/Platform/Shop.Sandbox/outside-settings.txt")).Where(line => line.Length > 0)
            .Select(line => line.Replace("{outside}", Sandbox.ToString().TrimEnd('/'), StringComparison.Ordinal)
                .Replace("{outside-host}", Sandbox.Authority, StringComparison.Ordinal).Replace("{smtp}", SmtpPort.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));

    private Process Launch(string name, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder };
        var process = Process.Start(start) ?? throw new InvalidOperationException($"The {name} could not be started.");
        var log = TextWriter.Synchronized(new StreamWriter(LogFile(name), append: true) { AutoFlush = true });
        process.OutputDataReceived += (_, line) => log.WriteLine(line.Data);
        process.ErrorDataReceived += (_, line) => log.WriteLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private async Task ReadyAsync(Process process, Uri health, string name, CancellationToken cancellationToken)
    {
        using var client = Client(health);
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromSeconds(60);)
        {
            if (process.HasExited)
                throw new InvalidOperationException($"The {name} ended with {process.ExitCode}:\n{Log(name)}");
            try
            {
                using var answer = await client.GetAsync(health, cancellationToken);
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            await Task.Delay(50, cancellationToken);
        }
        throw new InvalidOperationException($"The {name} was not ready within 60 s:\n{Log(name)}");
    }

    private string LogFile(string name) => Path.Combine(_folder, $"{name}.log");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
