using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Shop.Connectors.Sdk;
using Shop.Platform.ConnectorHosting.Workers;
using Shop.Platform.Tests.Harness;

namespace Shop.Platform.Tests.ConnectorHosting;

/// <summary>Real worker processes with a connector that misbehaves in every way it can.</summary>
public sealed class WorkerTests : IAsyncLifetime
{
    private HostingBench _bench = null!;

    public async ValueTask InitializeAsync()
    {
        _bench = await HostingBench.StartAsync(Provider.Sqlite, true, ("Connectors:CallDeadlineSeconds", "2"), ("Connectors:HeapLimitMegabytes", "128"));
        await _bench.ConnectAsync();
    }

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task A_call_goes_through_worker_and_broker_and_comes_back()
    {
        _bench.Supplier.Answer = (_, context) => context.Response.WriteAsync("a chair");

        Answer<Offer> answer = await _bench.ReadAsync("42");

        Assert.Equal(("a chair", 8.10m, 2), (answer.Value!.Title, answer.Value.Price!.Value, answer.Value.Specifications.Count));
        Assert.Null(answer.Value.Variants.Single().Stock);
        Assert.Equal("?token=token-one-0123456789", Assert.Single(_bench.Supplier.Requests).Query);
    }

    [Fact]
    public async Task A_connectors_fault_arrives_as_it_was_made()
    {
        _bench.Supplier.Answer = (_, context) => context.Response.WriteAsync("gone");

        Fault fault = (await _bench.ReadAsync("42")).Fault!;

        Assert.Equal((FaultKind.NotFound, "gone"), (fault.Kind, fault.Code));
    }

    [Fact]
    public async Task An_exception_is_a_bug_of_the_connector_and_the_worker_lives()
    {
        Fault fault = (await _bench.ReadAsync("throw")).Fault!;

        Assert.Equal(FaultKind.ConnectorBug, fault.Kind);
        Assert.Contains("The connector throws.", fault.Detail, StringComparison.Ordinal);
        int worker = _bench.Worker().ProcessId!.Value;
        await _bench.TellAsync("time");
        Assert.Equal(worker, _bench.Worker().ProcessId);
    }

    [Theory]
    [InlineData("loop"), InlineData("sleep")]
    public async Task A_call_ends_within_two_seconds_after_its_deadline(string misdeed)
    {
        await _bench.TellAsync("time");
        long began = Stopwatch.GetTimestamp();

        Fault fault = (await _bench.ReadAsync(misdeed)).Fault!;

        Assert.InRange(Stopwatch.GetElapsedTime(began).TotalSeconds, 1.9, 4);
        Assert.Equal(misdeed == "loop" ? "worker-killed" : "deadline", fault.Code);
        await _bench.TellAsync("time");
    }

    [Theory]
    [InlineData("fail-fast"), InlineData("overflow"), InlineData("huge")]
    public async Task A_worker_that_dies_is_an_outcome_and_the_next_call_starts_another(string misdeed)
    {
        Fault fault = (await _bench.ReadAsync(misdeed)).Fault!;

        Assert.True(fault.Kind is FaultKind.Unavailable or FaultKind.ConnectorBug, fault.ToString());
        await _bench.TellAsync("time");
        Assert.Equal("running", _bench.Worker().State);
    }

    [Fact]
    public async Task A_memory_bomb_stays_within_its_limit()
    {
        Fault fault = (await _bench.ReadAsync("hoard")).Fault!;

        Assert.Equal(FaultKind.ConnectorBug, fault.Kind);
        Assert.InRange(_bench.Worker().MemoryBytes, 0, 350L * 1024 * 1024);
    }

    [Theory]
    [InlineData("null", FaultKind.ConnectorBug), InlineData("ask", FaultKind.Challenge), InlineData("page", FaultKind.Unsupported)]
    public async Task Answers_that_are_no_answers_are_faults(string product, FaultKind kind) => Assert.Equal(kind, (await _bench.ReadAsync(product)).Fault?.Kind);

    [Fact]
    public async Task Writing_to_the_output_does_not_hang_the_connection() => Assert.Equal("flooded", await _bench.TellAsync("flood"));

    [Fact]
    public async Task The_sandbox_shows_nothing_of_the_machine()
    {
        Assert.SkipUnless(_bench.Get<Confinement>().Works, "bubblewrap does not work here");
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();

        Assert.NotEqual("connected", await _bench.TellAsync($"connect-{((IPEndPoint)listener.LocalEndpoint).Port}"));
        Assert.Equal("not there", await _bench.TellAsync("passwords"));
        Assert.Equal("not there", await _bench.TellAsync("shell"));
        Assert.Equal("IOException", await _bench.TellAsync("write"));
        Assert.InRange((await _bench.TellAsync("processes")).Split(',').Length, 1, 2);
        Assert.False(listener.Pending());
    }

    [Fact]
    public async Task The_environment_holds_the_runtimes_settings_only()
    {
        Environment.SetEnvironmentVariable("SHOP_CANARY", HostingBench.SecretCanary);

        string[] names = (await _bench.TellAsync("environment")).Split('\n');

        Assert.All(names, name => Assert.True(name.StartsWith("DOTNET_", StringComparison.Ordinal) || name is "LANG" or "TMPDIR" or "PWD", name));
    }

    [Fact]
    public async Task No_secret_is_anywhere_in_the_worker()
    {
        _bench.Supplier.Answer = (seen, context) => context.Response.WriteAsync($"echo {seen.Query} {HostingBench.SecretCanary}");
        await _bench.TellAsync("42");
        int worker = ProcessMemory.Tree(_bench.Worker().ProcessId!.Value).Last();

        Assert.DoesNotContain(HostingBench.SecretCanary, await File.ReadAllTextAsync($"/proc/{worker}/environ"), StringComparison.Ordinal);
        Assert.True(MemorySearch.Finds(worker, "/products/42"), "the search finds nothing at all");
        Assert.False(MemorySearch.Finds(worker, HostingBench.SecretCanary), "a setting's secret is in the worker's memory");
        Assert.False(MemorySearch.Finds(worker, "token-one-0123456789"), "the access token is in the worker's memory");
    }

    [Fact]
    public async Task The_connectors_clock_is_the_hosts()
    {
        DateTimeOffset told = DateTimeOffset.Parse(await _bench.TellAsync("time"));

        Assert.InRange(told, TimeProvider.System.GetUtcNow().AddSeconds(-5), TimeProvider.System.GetUtcNow().AddSeconds(1));
    }

    [Fact]
    public async Task No_assembly_of_a_connector_is_ever_loaded_here()
    {
        await _bench.TellAsync("time");

        Assert.DoesNotContain(AppDomain.CurrentDomain.GetAssemblies(), assembly => assembly.GetName().Name!.Contains("Connectors.Sample", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_idle_worker_is_stopped_and_started_again_on_demand()
    {
        await using HostingBench bench = await HostingBench.StartAsync(Provider.Sqlite, realClock: false);
        await bench.ConnectAsync();
        await bench.TellAsync("time");
        int first = bench.Worker().ProcessId!.Value;

        bench.Time.Advance(TimeSpan.FromSeconds(301));
        await bench.Get<WorkerPool>().StopIdleAsync();

        Assert.Equal("stopped", bench.Worker().State);
        Assert.False(Directory.Exists($"/proc/{first}"));
        await bench.TellAsync("time");
        Assert.Equal("running", bench.Worker().State);
    }

    [Fact]
    public async Task Stopping_the_host_leaves_no_worker_behind()
    {
        await _bench.TellAsync("time");
        int[] processes = [.. ProcessMemory.Tree(_bench.Worker().ProcessId!.Value)];

        await _bench.Get<WorkerPool>().StopAsync(default);

        Assert.All(processes, process => Assert.False(Directory.Exists($"/proc/{process}"), $"process {process} is still there"));
    }

    [Fact]
    public async Task Many_calls_run_at_once_in_one_worker()
    {
        _bench.Supplier.Answer = (seen, context) => context.Response.WriteAsync(seen.Path);

        Answer<Offer>[] answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(product => _bench.ReadAsync($"p{product}")));

        Assert.Equal(Enumerable.Range(0, 40).Select(product => $"/products/p{product}"), answers.Select(answer => answer.Value?.Title));
    }
}
