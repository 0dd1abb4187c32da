using System.Diagnostics;

namespace Shop.ConnectorWorker;

/// <summary>The host's time: the platform has one clock, and the worker's is not trusted to be the same.</summary>
internal sealed class HostClock(DateTimeOffset start, bool stands) : TimeProvider
{
    private readonly long _began = Stopwatch.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => stands ? start : start + Stopwatch.GetElapsedTime(_began);
}
