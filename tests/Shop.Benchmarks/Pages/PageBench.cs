using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Shop.Demo;

namespace Shop.Benchmarks.Pages;

/// <summary>
/// A product page of a real installation beside a constant text of the same size, measured in turn in one run: the ratio is the figure, the
/// absolute numbers belong to the machine. Client and server share it.
/// </summary>
internal static class PageBench
{
    private const int Callers = 8;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(4);

    public static async Task<int> RunAsync()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        await using var installation = await Installation.StartAsync(
            stop.Token, extraSettings: ["--Logging:LogLevel:Microsoft.EntityFrameworkCore.Database.Command=Information"]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"host ready after {installation.HostStart.TotalSeconds:0.0} s"));
        using var merchant = new Merchant(installation, new Report(json: true));
        await merchant.OpenStoreAsync(stop.Token);
        await merchant.ConnectSupplierAsync(stop.Token);
        await merchant.ResearchAndSourceAsync(5, stop.Token);
        await merchant.PublishAsync(5, stop.Token);
        var rows = (JsonArray)(await merchant.Admin.GetAsync("/api/admin/products?state=published", stop.Token))["products"]!;
        var page = new Uri(installation.Store(merchant.Slug), $"/p/{rows[0]!["slug"]}");
        await MeasureAsync(installation, page, stop.Token);
        Memory(installation);
        return 0;
    }

    private static async Task MeasureAsync(Installation installation, Uri page, CancellationToken cancellationToken)
    {
        using var client = Installation.Client(page);
        var body = await client.GetStringAsync(page, cancellationToken);
        await client.GetStringAsync(page, cancellationToken);
        var before = Queries(installation);
        await client.GetStringAsync(page, cancellationToken);
        await Task.Delay(500, cancellationToken);
        Console.WriteLine($"product page: {System.Text.Encoding.UTF8.GetByteCount(body)} bytes of HTML, {Queries(installation) - before} queries");
        await using var constant = await ConstantAsync(body, cancellationToken);
        var text = new Uri(constant.Urls.First());
        for (var round = 1; round <= 3; round++)
        {
            var ours = await LoadAsync(page, cancellationToken);
            var floor = await LoadAsync(text, cancellationToken);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"round {round}: page {ours.PerSecond:0}/s p50 {ours.P50:0.0} ms p99 {ours.P99:0.0} ms · constant {floor.PerSecond:0}/s p50 {floor.P50:0.0} ms p99 {floor.P99:0.0} ms · ratio {ours.PerSecond / floor.PerSecond:0.000}"));
        }
    }

    private static int Queries(Installation installation) => installation.LogLines("host").Count(l => l.Contains("Executed DbCommand", StringComparison.Ordinal));

    private static async Task<WebApplication> ConstantAsync(string body, CancellationToken cancellationToken)
    {
        var app = WebApplication.CreateSlimBuilder().Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapGet("/", () => Results.Text(body, "text/html"));
        await app.StartAsync(cancellationToken);
        return app;
    }

    private static async Task<Load> LoadAsync(Uri address, CancellationToken cancellationToken)
    {
        using var client = Installation.Client(address);
        var end = Stopwatch.StartNew();
        var times = await Task.WhenAll(Enumerable.Range(0, Callers).Select(async _ =>
        {
            var mine = new List<double>();
            while (end.Elapsed < Round)
            {
                var watch = Stopwatch.StartNew();
                await client.GetByteArrayAsync(address, cancellationToken);
                mine.Add(watch.Elapsed.TotalMilliseconds);
            }
            return mine;
        }));
        var all = times.SelectMany(t => t).Order().ToList();
        return new Load(all.Count / end.Elapsed.TotalSeconds, all[all.Count / 2], all[(int)(all.Count * 0.99)]);
    }

    private static void Memory(Installation installation)
    {
        Console.WriteLine($"host memory {Resident(installation.HostProcess)} MB");
        foreach (var process in Process.GetProcesses())
        {
            using (process)
            {
                if (Arguments(process.Id).Contains("Shop.ConnectorWorker.dll", StringComparison.Ordinal) && Arguments(process.Id).StartsWith("dotnet", StringComparison.Ordinal))
                    Console.WriteLine($"worker memory {Resident(process.Id)} MB");
            }
        }
    }

    private static string Arguments(int process)
    {
        var file = $"/proc/{process}/cmdline";
        return File.Exists(file) ? Path.GetFileName(File.ReadAllText(file).Replace('\0', ' ').Trim().Split(' ')[0]) + File.ReadAllText(file) : "";
    }

    private static long Resident(int process) =>
        File.ReadLines($"/proc/{process}/status").Where(l => l.StartsWith("VmRSS", StringComparison.Ordinal))
            .Select(l => long.Parse(l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024).First();

    private sealed record Load(double PerSecond, double P50, double P99);
}
