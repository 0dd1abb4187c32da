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
    private static readonly string? Target = Environment.GetEnvironmentVariable("SHOP_CRASH_POINT");

    public static void Hit(string name)
    {
        if (Target is null && Trace is null)
            return;
        var place = $"{name}#{Passes.AddOrUpdate(name, 1, (_, passes) => passes + 1)}";
        if (Trace is not null)
            File.AppendAllLines(Trace, [place]);
        if (Target == place || Target == name)
            Process.GetCurrentProcess().Kill();
    }
}
