using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Shop.Connectors.Sdk;
using Shop.Platform.ConnectorHosting;
using Shop.Platform.ConnectorHosting.CommandLine;
using Shop.Platform.ConnectorHosting.Packages;

namespace Shop.Benchmarks.ConnectorHosting;

/// <summary>What a worker costs: start to first answer, a warm call, a warm call that asks the host once, calls at once, memory.</summary>
internal static class WorkerBench
{
    private const int Starts = 12, Calls = 3000, AtOnce = 32;
    private static readonly HttpAnswer Stored = new(200, "a chair", "");

    public static async Task<int> RunAsync()
    {
        ConnectorOptions options = new(new ConfigurationBuilder().AddEnvironmentVariables().Build());
        List<double> starts = [];
        for (int start = 0; start < Starts; start++)
        {
            await using ReplayRunner fresh = new(options, TextWriter.Null);
            starts.Add(await TimeAsync(() => ReadAsync(fresh)));
        }

        await using ReplayRunner runner = new(options, Console.Error);
        await ReadAsync(runner);
        Print("worker start to first answer, ms", starts);
        Print("warm call, ms", await RepeatAsync(() => ReadAsync(runner)));
        Print("warm call with one request through the broker, ms", await RepeatAsync(() => SearchAsync(runner)));
        long began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
        {
            for (int call = 0; call < Calls / AtOnce; call++)
                await ReadAsync(runner);
        }));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{AtOnce} callers: {Calls / AtOnce * AtOnce / Stopwatch.GetElapsedTime(began).TotalSeconds:F0} calls/s"));
        WorkerHealth worker = runner.Workers.Single();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"worker memory: {worker.MemoryBytes / 1048576.0:F0} MB, confined: {worker.Confined}"));
        return 0;
    }

    private static Task ReadAsync(ReplayRunner runner) =>
        CheckAsync(runner.InvokeAsync<Offer>(Sample(runner), Command, Stored, "IReadOffer.ReadDocument", ["a chair", Market.Canada], default));

    private static Task SearchAsync(ReplayRunner runner) =>
        CheckAsync(runner.InvokeAsync<ISearchOffers.Page>(Sample(runner), Command, Stored, "ISearchOffers.SearchAsync", ["chair", 1, Market.Canada], default));

    private static CommandArguments Command { get; } = new("read", "sample", []);

    private static ConnectorPackage Sample(ReplayRunner runner) => runner.Catalogue.Find("sample")!;

    private static async Task CheckAsync<T>(Task<Answer<T>> running)
    {
        if ((await running).Fault is { } fault)
            throw new InvalidOperationException($"{fault.Kind}: {fault.Message} {fault.Detail}");
    }

    private static async Task<List<double>> RepeatAsync(Func<Task> call)
    {
        for (int warmUp = 0; warmUp < 200; warmUp++)
            await call();
        List<double> times = [];
        for (int index = 0; index < Calls; index++)
            times.Add(await TimeAsync(call));
        return times;
    }

    private static async Task<double> TimeAsync(Func<Task> call)
    {
        long began = Stopwatch.GetTimestamp();
        await call();
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    private static void Print(string what, List<double> times)
    {
        times.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: p50 {times[times.Count / 2]:F2}, p95 {times[(int)(times.Count * 0.95)]:F2}, max {times[^1]:F2} (n={times.Count})"));
    }
}
