using System.Text.Json.Nodes;
using Shop.Sandbox.Records;

namespace Shop.Sandbox;

/// <summary>The sandbox's own time: the clock of the machine plus what was advanced by hand. The offset survives a restart.</summary>
public sealed class SandboxClock : TimeProvider
{
    private readonly TimeProvider inner;
    private readonly JournalFile journal;
    private long offsetTicks;

    public SandboxClock(RecordFolder records, TimeProvider inner)
    {
        this.inner = inner;
        journal = records.File("clock");
        offsetTicks = journal.ReadAll().Sum(entry => entry["advanced_ticks"].Long());
    }

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow().AddTicks(Interlocked.Read(ref offsetTicks));

    /// <summary>The time that callers share with the sandbox, whatever was advanced here: for signatures and request times.</summary>
    public DateTimeOffset Shared => inner.GetUtcNow();

    public override long GetTimestamp() => inner.GetTimestamp();

    public override long TimestampFrequency => inner.TimestampFrequency;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        inner.CreateTimer(callback, state, dueTime, period);

    public DateTimeOffset Advance(TimeSpan by)
    {
        Interlocked.Add(ref offsetTicks, by.Ticks);
        journal.Append(new JsonObject { ["advanced_ticks"] = by.Ticks });
        return GetUtcNow();
    }
}
