using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Shop.Connectors.Sdk;
using Shop.Platform.ConnectorHosting;
using Shop.Platform.ConnectorHosting.Brokering;
using Shop.Platform.ConnectorHosting.Packages;

namespace Shop.Platform.Tests.ConnectorHosting;

public sealed class PaceTests
{
    private static readonly ResolvedEndpoint Api = new("api", new Uri("https://api.example/"), false, TimeSpan.FromSeconds(2));
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 6, 15, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task The_second_request_waits_for_its_turn()
    {
        Pace pace = new(_time);
        (await EnterAsync(pace, "t1")).Dispose();

        Task<Turn> second = EnterAsync(pace, "t1");
        Assert.False(second.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1.9));
        Assert.False(second.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(0.1));

        (await second.WaitAsync(TimeSpan.FromSeconds(5))).Dispose();
    }

    [Fact]
    public async Task Other_tenants_and_other_endpoints_do_not_wait()
    {
        Pace pace = new(_time);
        (await EnterAsync(pace, "t1")).Dispose();

        Assert.True(EnterAsync(pace, "t2").IsCompletedSuccessfully);
        Assert.True(EnterAsync(pace, "t1", Api with { Name = "www" }).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_turn_beyond_the_deadline_is_refused_at_once()
    {
        Pace pace = new(_time);
        (await EnterAsync(pace, "t1")).Dispose();

        Answer<Turn> answer = await pace.EnterAsync(Scope("t1") with { Deadline = _time.GetUtcNow().AddSeconds(1) }, Api, default);

        Assert.Equal((FaultKind.RateLimited, TimeSpan.FromSeconds(2)), (answer.Fault!.Kind, answer.Fault.RetryAfter));
    }

    [Fact]
    public async Task While_the_supplier_wants_silence_calls_fail_fast_and_then_work_again()
    {
        Pace pace = new(_time);
        pace.BackOff(Scope("t1"), "api", TimeSpan.FromSeconds(30));

        Fault refused = (await pace.EnterAsync(Scope("t1"), Api, default)).Fault!;
        Assert.Equal((FaultKind.RateLimited, TimeSpan.FromSeconds(30)), (refused.Kind, refused.RetryAfter));
        _time.Advance(TimeSpan.FromSeconds(30));

        (await EnterAsync(pace, "t1")).Dispose();
    }

    [Fact]
    public void Without_a_figure_the_silence_doubles_up_to_five_minutes()
    {
        Pace pace = new(_time);
        double[] pauses = [.. Enumerable.Range(0, 10).Select(_ => pace.BackOff(Scope("t1"), "api", null).TotalSeconds)];

        Assert.Equal([2, 4, 8, 16, 32, 64, 128, 256, 300, 300], pauses);
        pace.Answered(Scope("t1"), "api");
        Assert.Equal(2, pace.BackOff(Scope("t1"), "api", null).TotalSeconds);
    }

    /// <summary>Ten thousand requests that come at any time in any order: none starts early.</summary>
    [Fact]
    public void No_request_of_ten_thousand_starts_early() =>
        Gen.Int[0, 4000].List[100, 100].Sample(
            gaps => Assert.All(Starts(gaps), gap => Assert.True(gap >= Api.Pace)), iter: 100, threads: 1);

    private static List<TimeSpan> Starts(List<int> gaps)
    {
        FakeTimeProvider time = new();
        Pace pace = new(time);
        List<DateTimeOffset> starts = [];
        List<Task> running = [];
        foreach (int gap in gaps)
        {
            running.Add(OneAsync());
            time.Advance(TimeSpan.FromMilliseconds(gap));
        }

        while (running.Exists(task => !task.IsCompleted))
            time.Advance(TimeSpan.FromMilliseconds(500));
        return [.. starts.Zip(starts.Skip(1), (first, second) => second - first)];

        async Task OneAsync()
        {
            using Turn turn = await EnterAsync(pace, "t1");
            lock (starts)
                starts.Add(turn.StartedAt);
        }
    }

    private static async Task<Turn> EnterAsync(Pace pace, string tenant, ResolvedEndpoint? endpoint = null)
    {
        Answer<Turn> answer = await pace.EnterAsync(Scope(tenant), endpoint ?? Api, default);
        Assert.Null(answer.Fault);
        return answer.Value!;
    }

    private static CallScope Scope(string tenant)
    {
        ConnectorManifest manifest = new("sample", "Sample", "1") { LegalBasis = new LegalBasis("official-api", null) };
        return new CallScope("c", new ConnectorPackage("", manifest, true), tenant, null!, new NoSecrets()) { Capability = "test" };
    }
}
