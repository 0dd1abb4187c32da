using System.Diagnostics;
using System.Runtime.InteropServices;
using Microsoft.Extensions.Logging;

namespace Shop.Platform.ConnectorHosting.Workers;

/// <summary>Can this machine confine workers with bubblewrap? Tried once, by running the .NET host inside.</summary>
internal sealed class Confinement
{
    private readonly Lazy<bool> _works;

    public Confinement(ConnectorOptions options, ILogger<Confinement> log) => _works = new(() =>
    {
        bool works = !options.NeverConfine && Probe(log);
        if (!works)
            log.LogWarning(
                "CONNECTORS ARE NOT CONFINED: bubblewrap does not work here (is it installed, are user namespaces on?). "
                + "The product's own connectors run as plain processes; third-party connectors are {Verdict}.",
                options.AllowUnconfined ? "ALLOWED by Connectors:AllowUnconfined" : "refused");
        return works;
    });

    public bool Works => _works.Value;

    public static string DotnetRoot { get; } = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    public static string DotnetHost { get; } = Path.Combine(DotnetRoot, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");

    /// <summary>Arguments of bwrap: no network, no other processes, cleared environment, the runtime read-only, a private /tmp.</summary>
    public static IReadOnlyList<string> BaseArguments() =>
    [
        "--unshare-all", "--unshare-user", "--uid", "65534", "--gid", "65534", "--hostname", "connector",
        "--die-with-parent", "--new-session", "--cap-drop", "ALL", "--clearenv",
        .. Libraries(),
        "--ro-bind", DotnetHost, DotnetHost,
        "--ro-bind", Path.Combine(DotnetRoot, "host"), Path.Combine(DotnetRoot, "host"),
        "--ro-bind", Path.Combine(DotnetRoot, "shared", "Microsoft.NETCore.App"), Path.Combine(DotnetRoot, "shared", "Microsoft.NETCore.App"),
        "--proc", "/proc", "--dev", "/dev", "--size", "67108864", "--tmpfs", "/tmp", "--chdir", "/",
    ];

    /// <summary>Only shared libraries and time zones: without /bin there is no shell to run.</summary>
    private static IEnumerable<string> Libraries()
    {
        string triplet = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "aarch64-linux-gnu" : "x86_64-linux-gnu";
        string multiarch = $"/usr/lib/{triplet}";
        string folder = Directory.Exists(multiarch) ? multiarch : "/usr/lib";
        IEnumerable<string> binds = ["--ro-bind", folder, folder, "--ro-bind-try", "/usr/lib64", "/usr/lib64", "--ro-bind-try", "/usr/share/zoneinfo", "/usr/share/zoneinfo"];
        foreach (string root in new[] { "/lib", "/lib64" })
        {
            if (new DirectoryInfo(root).LinkTarget is { } target)
                binds = binds.Concat(["--symlink", target, root]);
            else if (Directory.Exists(root))
                binds = binds.Concat(["--ro-bind", root, root]);
        }

        return binds;
    }

    private static bool Probe(ILogger log)
    {
        if (!OperatingSystem.IsLinux())
            return false;
        try
        {
            ProcessStartInfo start = new("bwrap") { RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (string argument in (string[])[.. BaseArguments(), "--setenv", "DOTNET_ROOT", DotnetRoot, DotnetHost, "--list-runtimes"])
                start.ArgumentList.Add(argument);
            using Process process = StarterThread.Start(start);
            process.StandardOutput.ReadToEnd();
            string error = process.StandardError.ReadToEnd();
            if (!process.WaitForExit(TimeSpan.FromSeconds(10)))
                process.Kill(true);
            if (process.ExitCode != 0)
                log.LogWarning("bubblewrap was tried and failed: {Error}", error.Trim());
            return process.ExitCode == 0;
        }
        catch (Exception problem) when (problem is System.ComponentModel.Win32Exception or InvalidOperationException or IOException)
        {
            log.LogWarning("bubblewrap cannot be started: {Problem}", problem.Message);
            return false;
        }
    }
}
