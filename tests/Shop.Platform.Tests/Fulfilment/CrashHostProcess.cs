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

    public static async Task<CrashHostProcess> StartAsync(string folder, string mode, IEnumerable<string>? more = null, string? trace = null)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Shop.CrashHost.dll"), folder, mode, .. more ?? []])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["DOTNET_TieredPGO"] = "0";
        if (trace is not null)
            start.Environment["SHOP_CRASH_TRACE"] = trace;
        var host = new CrashHostProcess(Process.Start(start)!);
        host._process.ErrorDataReceived += (_, line) => host._errors.Add(line.Data ?? "");
        host._process.BeginErrorReadLine();
        if (await host._process.StandardOutput.ReadLineAsync() != "ready")
            throw new InvalidOperationException("The crash host did not start: " + string.Join('\n', host._errors));
        return host;
    }

    public Task ArmAsync(string point) => SayAsync($"arm {point}");

    public Task OrderAsync(Guid order, Behaviour behaviour)
    {
        LastOrder = order;
        return SayAsync($"order {order:N} {behaviour}");
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

    /// <summary>True when it was killed; false when it is still there after 20 s.</summary>
    public async Task<bool> DiedAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _process.WaitForExitAsync(cancellationToken).WaitAsync(TimeSpan.FromSeconds(20), cancellationToken);
            return _process.ExitCode == 137;
        }
        catch (TimeoutException)
        {
            return false;
        }
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
