using System.Collections.Concurrent;
using Shop.Connectors.Sdk;

namespace Shop.Platform.ConnectorHosting.Brokering;

/// <summary>
/// Manners per connector, endpoint and tenant: one request at a time, at least the pace between two starts, and silence while the supplier asked
/// for it. Only what has no pace at all (an operator's own sandbox) runs in parallel.
/// </summary>
internal sealed class Pace(TimeProvider time)
{
    private static readonly TimeSpan FirstBackOff = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<(string Connector, string Endpoint, string Tenant), Lane> _lanes = new();

    /// <summary>Waits for this request's turn.</summary>
    /// <returns>A lease to be disposed after the request, or <see cref="FaultKind.RateLimited"/> when the turn would come too late.</returns>
    public async Task<Answer<IDisposable>> EnterAsync(CallScope scope, ResolvedEndpoint endpoint, CancellationToken cancellationToken)
    {
        Lane lane = LaneOf(scope, endpoint.Name);
        if (Refusal(lane) is { } refused)
            return refused;
        if (endpoint.Pace <= TimeSpan.Zero)
            return new Answer<IDisposable> { Value = Lease.Nothing };

        await lane.Turn.WaitAsync(cancellationToken);
        Lease lease = new(lane.Turn);
        try
        {
            TimeSpan wait = lane.Next - time.GetUtcNow();
            if (Refusal(lane) is { } meanwhile)
                return Release(lease, meanwhile);
            if (time.GetUtcNow() + wait > scope.Deadline)
                return Release(lease, new Fault(FaultKind.RateLimited, "The pace agreed for this supplier does not allow it now.") { RetryAfter = wait });
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, time, cancellationToken);
            lane.Next = time.GetUtcNow() + endpoint.Pace;
            return new Answer<IDisposable> { Value = lease };
        }
        catch
        {
            lease.Dispose();
            throw;
        }
    }

    /// <summary>The supplier asked for silence; without a figure the pauses double.</summary>
    /// <returns>How long.</returns>
    public TimeSpan BackOff(CallScope scope, string endpoint, TimeSpan? asked)
    {
        Lane lane = LaneOf(scope, endpoint);
        lock (lane)
        {
            TimeSpan doubled = FirstBackOff * Math.Pow(2, Math.Min(lane.Refusals++, 10));
            TimeSpan pause = asked ?? (doubled < LongestBackOff ? doubled : LongestBackOff);
            DateTimeOffset until = time.GetUtcNow() + pause;
            if (until > lane.SilentUntil)
                lane.SilentUntil = until;
            return pause;
        }
    }

    public void Answered(CallScope scope, string endpoint) => LaneOf(scope, endpoint).Refusals = 0;

    private Lane LaneOf(CallScope scope, string endpoint) => _lanes.GetOrAdd((scope.Package.Manifest.Id, endpoint, scope.Tenant), _ => new Lane());

    private Fault? Refusal(Lane lane)
    {
        TimeSpan left = lane.SilentUntil - time.GetUtcNow();
        return left > TimeSpan.Zero
            ? new Fault(FaultKind.RateLimited, "The supplier asked to be left alone for a while.") { RetryAfter = left, Code = "back-off" }
            : null;
    }

    private static Answer<IDisposable> Release(Lease lease, Fault fault)
    {
        lease.Dispose();
        return fault;
    }

    private sealed class Lane
    {
        public SemaphoreSlim Turn { get; } = new(1);

        public DateTimeOffset Next { get; set; }

        public DateTimeOffset SilentUntil { get; set; }

        public int Refusals { get; set; }
    }

    private sealed class Lease(SemaphoreSlim? turn) : IDisposable
    {
        public static Lease Nothing { get; } = new(null);

        public void Dispose() => turn?.Release();
    }
}
