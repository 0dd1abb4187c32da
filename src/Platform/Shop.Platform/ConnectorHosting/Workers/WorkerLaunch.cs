using System.Diagnostics;
using System.Globalization;
using Shop.Platform.ConnectorHosting.Packages;

namespace Shop.Platform.ConnectorHosting.Workers;

/// <summary>The command line of a worker, confined or not. Both get the same few environment variables and nothing else.</summary>
internal static class WorkerLaunch
{
    private const string InnerRun = "/run/connector";
    private const string InnerWorker = "/worker";
    private const string InnerConnector = "/connector";

    public const string SocketName = "host.sock";

    public static ProcessStartInfo Command(ConnectorOptions options, ConnectorPackage package, string runFolder, bool confined)
    {
        string workerFolder = Path.GetDirectoryName(Path.GetFullPath(options.Worker))!;
        ProcessStartInfo start = new(confined ? "bwrap" : Confinement.DotnetHost)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        start.Environment.Clear();
        foreach (string argument in confined ? Confined(options, package, runFolder, workerFolder) : Plain(options, package, runFolder))
            start.ArgumentList.Add(argument);
        foreach ((string name, string value) in confined ? BwrapEnvironment() : WorkerEnvironment(options))
            start.Environment[name] = value;
        return start;
    }

    private static string[] Confined(ConnectorOptions options, ConnectorPackage package, string runFolder, string workerFolder) =>
    [
        .. Confinement.BaseArguments(),
        "--ro-bind", workerFolder, InnerWorker,
        "--ro-bind", Path.GetFullPath(package.Folder), InnerConnector,
        "--bind", runFolder, InnerRun,
        .. WorkerEnvironment(options).SelectMany(variable => new[] { "--setenv", variable.Name, variable.Value }),
        Confinement.DotnetHost, $"{InnerWorker}/{Path.GetFileName(options.Worker)}",
        $"{InnerRun}/{SocketName}", InnerConnector, package.Manifest.Assembly,
    ];

    private static string[] Plain(ConnectorOptions options, ConnectorPackage package, string runFolder) =>
        [Path.GetFullPath(options.Worker), Path.Combine(runFolder, SocketName), Path.GetFullPath(package.Folder), package.Manifest.Assembly];

    /// <summary>bwrap itself is found by path; what it starts gets the cleared environment.</summary>
    private static (string Name, string Value)[] BwrapEnvironment() => [("PATH", "/usr/bin:/bin:/usr/local/bin")];

    private static (string Name, string Value)[] WorkerEnvironment(ConnectorOptions options) =>
    [
        ("DOTNET_ROOT", Confinement.DotnetRoot),
        ("DOTNET_GCHeapHardLimit", (options.HeapLimitMegabytes * 1024L * 1024L).ToString("x", CultureInfo.InvariantCulture)),
        ("DOTNET_EnableDiagnostics", "0"),
        ("DOTNET_TieredPGO", "0"),
        ("DOTNET_TC_BackgroundWorkerTimeoutMs", "0"),
        ("LANG", "C.UTF-8"),
        ("TMPDIR", "/tmp"),
    ];
}
