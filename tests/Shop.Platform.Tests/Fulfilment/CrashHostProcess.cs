using System.Diagnostics;
using Shop.CrashHost.World;

namespace Shop.Platform.Tests.Fulfilment;

/// <summary>The crash host as a process of its own, spoken to line by line.</summary>
internal sealed class CrashHostProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly List<string> _errors = [];

    private CrashHostProcess(Process process) => _process = process;

    public Guid LastOrder { get; set; }

    public static async Task<CrashHostProcess> StartAsync(string folder, string mode, IEnumerable<string>? more = null, string? trace = null, string? crashAt = null)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Shop.CrashHost.dll"), folder, mode, .. more ?? []])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_TieredPGO"] = "0";
        if (trace is not null)
            start.Environment["SHOP_CRASH_TRACE"] = trace;
        if (crashAt is not null)
            start.Environment["SHOP_CRASH_POINT"] = crashAt;
        var host = new CrashHostProcess(Process.Start(start)!);
        host._process.ErrorDataReceived += (_, line) => host._errors.Add(line.Data ?? "");
        host._process.BeginErrorReadLine();
        var ready = await host._process.StandardOutput.ReadLineAsync();
        // An armed host may die before it can say anything: it goes on at once with what the one before left behind.
        if (ready != "ready" && crashAt is null)
            throw new InvalidOperationException("The crash host did not start: " + string.Join('\n', host._errors));
        return host;
    }

    /// <returns>False when it died before it said that it has the order.</returns>
    public async Task<bool> OrderAsync(Guid order, Behaviour behaviour)
    {
        LastOrder = order;
        return await SayAsync($"order {order:N} {behaviour}") is not null;
    }

    public async Task<string> StatusAsync() => await SayAsync($"status {LastOrder:N}") ?? "died";

    public async Task<bool> FinishedAsync(CancellationToken cancellationToken)
    {
        for (var until = Stopwatch.StartNew(); until.Elapsed < TimeSpan.FromSeconds(30);)
        {
            if ((await StatusAsync()).StartsWith("Completed", StringComparison.Ordinal))
                return true;
            await Task.Delay(30, cancellationToken);
        }
        return false;
    }

    public bool WasKilled => _process is { HasExited: true, ExitCode: 137 };

    /// <summary>False once the process is gone; true when it lives and <paramref name="order"/>, where there is one, is done.</summary>
    public async Task<bool> LivesAsync(Guid order, CancellationToken cancellationToken)
    {
        for (var until = Stopwatch.StartNew(); order != default && until.Elapsed < TimeSpan.FromSeconds(30);)
        {
            if (await SayAsync($"status {order:N}") is not { } status || status.StartsWith("Completed", StringComparison.Ordinal))
                break;
            await Task.Delay(20, cancellationToken);
        }
        if (await SayAsync("ping") is not null)
            return true;
        await _process.WaitForExitAsync(cancellationToken);
        return false;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>Null when it died instead of answering.</summary>
    private async Task<string?> SayAsync(string command)
    {
        try
        {
            await _process.StandardInput.WriteLineAsync(command);
            await _process.StandardInput.FlushAsync();
            return await _process.StandardOutput.ReadLineAsync();
        }
        catch (IOException)
        {
            return null;
        }
    }
}
