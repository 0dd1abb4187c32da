using Shop.CrashHost.World;
using Shop.Platform.Workflows.Definitions;

namespace Shop.Platform.Tests.Fulfilment;

/// <summary>
/// Kills a real host process at every crash point of fulfil-order, for every way the supplier behaves, starts it again and compares with the supplier's own
/// record: each line ordered exactly once, every order finished. Points are enumerated from a traced run, so none is forgotten.
/// </summary>
public sealed class CrashSweepTests
{
    /// <summary>Steps that only a person's decision or time reaches; their crash safety is the engine's, proven by the steps below.</summary>
    private static readonly string[] NotOnTheWay =
        ["wait", "switch-offer", "change-address", "adopt", "release", "cancel-placed", "drop-part", "drop-rest", "refund", "settle-by-hand", "cool-off", "await-parcels"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_anywhere_every_order_finishes_and_the_supplier_has_it_once()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "SIGKILL needs Linux");
        var lanes = await Task.WhenAll(Enum.GetValues<Behaviour>().Select(async behaviour =>
        {
            var points = await PointsAsync(behaviour);
            return (Points: points, Result: await SweepAsync("inline", behaviour, points));
        }));
        var definition = WorkflowDefinition.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "fulfil-order.json"), Token));
        Assert.Empty(definition.Steps.Keys.Except(NotOnTheWay).SelectMany(step => new[] { $"started:{step}", $"acted:{step}", $"recorded:{step}" }).Except(lanes[0].Points));
        Assert.Contains("place:looked-up", lanes[1].Points);
        var faults = lanes.SelectMany(l => l.Result.Faults).ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.Equal(lanes.Sum(l => l.Points.Count), lanes.Sum(l => l.Result.Kills));
        TestContext.Current.SendDiagnosticMessage("{0} kills", lanes.Sum(l => l.Result.Kills));
    }

    [Fact]
    public async Task With_a_silo_the_steps_around_placing_survive_too()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "SIGKILL needs Linux");
        var result = await SweepAsync("silo", Behaviour.Accepts, ["recorded:plan", "place:after", "acted:place"]);
        Assert.True(result.Faults.Count == 0, string.Join('\n', result.Faults));
        Assert.Equal(3, result.Kills);
    }

    [Fact]
    public async Task The_sweep_finds_the_planted_bug_of_a_look_up_that_sees_nothing()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "SIGKILL needs Linux");
        var result = await SweepAsync("inline", Behaviour.Accepts, ["place:after"], "blind");
        Assert.Contains(result.Faults, f => f.Contains("was ordered 2 times", StringComparison.Ordinal));
    }

    /// <summary>Every place that a whole life passes, in the order of the first pass.</summary>
    private static async Task<List<string>> PointsAsync(Behaviour behaviour)
    {
        using var folder = new TempFolder();
        var trace = Path.Combine(folder.Path, "trace");
        await using (var host = await CrashHostProcess.StartAsync(folder.Path, "inline", trace: trace))
        {
            await host.OrderAsync(Guid.NewGuid(), behaviour);
            Assert.True(await host.FinishedAsync(Token));
        }
        var points = (await File.ReadAllLinesAsync(trace, Token)).Select(p => p[..p.IndexOf('#', StringComparison.Ordinal)]).Distinct().ToList();
        // How the supplier takes an order makes no difference before it is sent, nor once its answer is recorded.
        return behaviour == Behaviour.Accepts ? points : [.. points.SkipWhile(p => p != "started:place").TakeWhile(p => p != "started:book-cost")];
    }

    /// <summary>
    /// One process after the other, each killed at the next point: it goes on with the order that the one before left behind, and only where that order is done
    /// takes a new one. So most orders are killed many times in their lives.
    /// </summary>
    private static async Task<(int Kills, List<string> Faults)> SweepAsync(string mode, Behaviour behaviour, IReadOnlyList<string> points, params string[] more)
    {
        using var folder = new TempFolder();
        var orders = new List<Guid>();
        var acknowledged = new HashSet<Guid>();
        var (kills, taken) = (0, 0);
        // Every other point first: five deaths in a row at one step would rightly be put to a person.
        foreach (var point in points.Where((_, i) => i % 2 == 0).Concat(points.Where((_, i) => i % 2 == 1)))
        {
            await using var host = await CrashHostProcess.StartAsync(folder.Path, mode, more, crashAt: point);
            while (await host.LivesAsync(orders.LastOrDefault(acknowledged.Contains), Token))
            {
                Assert.True(orders.Count < 2 * points.Count, $"{point} is never reached");
                orders.Add(Guid.NewGuid());
                if (await host.OrderAsync(orders[^1], behaviour))
                    acknowledged.Add(orders[^1]);
            }
            kills += host.WasKilled ? 1 : 0;
        }
        var faults = new List<string>();
        await using (var last = await CrashHostProcess.StartAsync(folder.Path, mode, more))
        {
            foreach (var order in orders)
            {
                last.LastOrder = order;
                // Killed before it took the order: whoever asked was told of the failure and nothing may have happened.
                if (await last.StatusAsync() == "none" && !acknowledged.Contains(order))
                    continue;
                taken++;
                if (!await last.FinishedAsync(Token))
                    faults.Add($"{behaviour}: {order} did not finish: {await last.StatusAsync()}");
            }
        }
        var record = new SupplierWorld(Path.Combine(folder.Path, "supplier.jsonl")).Record();
        faults.AddRange(record.GroupBy(l => l.Reference).Where(g => g.Count() > 1).Select(g => $"{behaviour}: {g.Key} was ordered {g.Count()} times"));
        if (faults.Count == 0 && record.Count != 2 * taken)
            faults.Add($"{behaviour}: {taken} orders became {record.Count} supplier orders instead of two each");
        return (kills, faults);
    }

    private sealed class TempFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("shop-crash-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
