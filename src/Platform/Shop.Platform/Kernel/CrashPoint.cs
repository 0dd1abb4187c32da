using System.Collections.Concurrent;
using System.Diagnostics;

namespace Shop.Platform.Kernel;

/// <summary>
/// Named places where a crash test may kill this process the hard way (SIGKILL, as power loss would). Does nothing unless the environment names
/// a place: <c>SHOP_CRASH_POINT</c> = <c>name</c> or <c>name#n</c> for the n-th pass. <c>SHOP_CRASH_TRACE</c> = a file that records every place passed.
/// </summary>
internal static class CrashPoint
{
    private static readonly ConcurrentDictionary<string, int> Passes = new();
    private static readonly string? Trace = Environment.GetEnvironmentVariable("SHOP_CRASH_TRACE");
    private static string? _target = Environment.GetEnvironmentVariable("SHOP_CRASH_POINT");

    /// <summary>Arms a place from inside; for crash tests that first let an earlier run recover.</summary>
    public static void Arm(string? target)
    {
        Passes.Clear();
        _target = target;
    }

    public static void Hit(string name)
    {
        if (_target is null && Trace is null)
            return;
        var place = $"{name}#{Passes.AddOrUpdate(name, 1, (_, passes) => passes + 1)}";
        if (Trace is not null)
            File.AppendAllLines(Trace, [place]);
        if (_target == place || _target == name)
            Process.GetCurrentProcess().Kill();
    }
}
