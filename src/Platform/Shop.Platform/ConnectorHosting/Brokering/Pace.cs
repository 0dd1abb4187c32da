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
    /// <returns>A turn to be disposed after the request, or <see cref="FaultKind.RateLimited"/> when the turn would come too late.</returns>
    public async Task<Answer<Turn>> EnterAsync(CallScope scope, ResolvedEndpoint endpoint, CancellationToken cancellationToken)
    {
        Lane lane = LaneOf(scope, endpoint.Name);
        if (Refusal(lane) is { } refused)
            return refused;
        if (endpoint.Pace <= TimeSpan.Zero)
            return new Turn(null, time.GetUtcNow());

        await lane.Gate.WaitAsync(cancellationToken);
        Answer<Turn> answer = new();
        try
        {
            answer = await WaitAsync(scope, endpoint, lane, cancellationToken);
            return answer;
        }
        finally
        {
            if (answer.Value is null)
                lane.Gate.Release();
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

    private async Task<Answer<Turn>> WaitAsync(CallScope scope, ResolvedEndpoint endpoint, Lane lane, CancellationToken cancellationToken)
    {
        if (Refusal(lane) is { } meanwhile)
            return meanwhile;
        TimeSpan wait = lane.Next - time.GetUtcNow();
        if (wait > TimeSpan.Zero && time.GetUtcNow() + wait > scope.Deadline)
            return new Fault(FaultKind.RateLimited, "The pace agreed for this supplier does not allow it now.") { RetryAfter = wait };
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, time, cancellationToken);
        DateTimeOffset start = time.GetUtcNow();
        lane.Next = start + endpoint.Pace;
        return new Turn(lane.Gate, start);
    }

    private sealed class Lane
    {
        public SemaphoreSlim Gate { get; } = new(1);

        public DateTimeOffset Next { get; set; }

        public DateTimeOffset SilentUntil { get; set; }

        public int Refusals { get; set; }
    }
}

/// <summary>A request's turn; disposed when the request is over.</summary>
internal sealed class Turn(SemaphoreSlim? gate, DateTimeOffset startedAt) : IDisposable
{
    public DateTimeOffset StartedAt => startedAt;

    public void Dispose() => gate?.Release();
}
