using Shop.CrashHost.World;
using Shop.Platform.Workflows.Definitions;

namespace Shop.Platform.Tests.Fulfilment;

/// <summary>
/// Kills a real host process at every crash point of fulfil-order, for every way the supplier behaves, starts it again and compares with the supplier's own
/// record: each line ordered exactly once, every order finished. Points are enumerated from a traced run, so none is forgotten.
/// </summary>
public sealed class CrashSweepTests
{
    private const int Lanes = 3;

    /// <summary>Steps that only a person's decision reaches; their crash safety is the engine's, proven by the steps below.</summary>
    private static readonly string[] PersonsSteps =
        ["wait", "switch-offer", "change-address", "adopt", "release", "cancel-placed", "drop-part", "drop-rest", "refund", "settle-by-hand", "cool-off", "await-parcels"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_anywhere_every_order_finishes_and_the_supplier_has_it_once()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "SIGKILL needs Linux");
        var cases = new List<(string Point, Behaviour Behaviour)>();
        foreach (var behaviour in Enum.GetValues<Behaviour>())
            cases.AddRange((await PointsAsync(behaviour)).Select(point => (point, behaviour)));
        var definition = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "fulfil-order.json"));
        var unreached = WorkflowDefinition.Parse(definition).Steps.Keys.Except(PersonsSteps).Where(s => cases.All(c => c.Point != $"acted:{s}#1")).ToList();
        Assert.Empty(unreached);

        var lanes = await Task.WhenAll(Enumerable.Range(0, Lanes).Select(lane => SweepAsync("inline", [.. cases.Where((_, i) => i % Lanes == lane)])));
        var faults = lanes.SelectMany(l => l.Faults).ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.Equal(cases.Count, lanes.Sum(l => l.Kills));
        TestContext.Current.SendDiagnosticMessage("{0} kills, {1} points", cases.Count, cases.Select(c => c.Point).Distinct().Count());
    }

    [Fact]
    public async Task With_a_silo_the_steps_around_placing_survive_too()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "SIGKILL needs Linux");
        var result = await SweepAsync("silo",
            [("started:place#1", Behaviour.Accepts), ("place:after#1", Behaviour.Accepts), ("place:after#2", Behaviour.Drops), ("acted:place#1", Behaviour.Fails), ("recorded:plan#1", Behaviour.Accepts)]);
        Assert.True(result.Faults.Count == 0, string.Join('\n', result.Faults));
        Assert.Equal(5, result.Kills);
    }

    [Fact]
    public async Task The_sweep_finds_the_planted_bug_of_a_look_up_that_sees_nothing()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "SIGKILL needs Linux");
        var result = await SweepAsync("inline", [("place:after#1", Behaviour.Accepts)], "blind");
        Assert.Contains(result.Faults, f => f.Contains("ordered 2 times", StringComparison.Ordinal));
    }

    private static async Task<List<string>> PointsAsync(Behaviour behaviour)
    {
        using var folder = new TempFolder();
        var trace = Path.Combine(folder.Path, "trace");
        await using (var host = await CrashHostProcess.StartAsync(folder.Path, "inline", trace: trace))
        {
            await host.OrderAsync(Guid.NewGuid(), behaviour);
            Assert.True(await host.FinishedAsync(Token));
        }
        // Polls pass the same point many times: the first two say it all.
        return [.. File.ReadAllLines(trace).Distinct().Where(p => !p.Contains("follow", StringComparison.Ordinal) || p.EndsWith("#1", StringComparison.Ordinal) || p.EndsWith("#2", StringComparison.Ordinal))];
    }

    private static async Task<(int Kills, List<string> Faults)> SweepAsync(string mode, IReadOnlyList<(string Point, Behaviour Behaviour)> cases, params string[] more)
    {
        using var folder = new TempFolder();
        var faults = new List<string>();
        var kills = 0;
        var host = await CrashHostProcess.StartAsync(folder.Path, mode, more);
        foreach (var (point, behaviour) in cases)
        {
            var before = Record(folder.Path).Count;
            await host.ArmAsync(point);
            await host.OrderAsync(Guid.NewGuid(), behaviour);
            kills += await host.DiedAsync(Token) ? 1 : 0;
            var order = host.LastOrder;
            await host.DisposeAsync();
            host = await CrashHostProcess.StartAsync(folder.Path, mode, more);
            host.LastOrder = order;
            if (!await host.FinishedAsync(Token))
                faults.Add($"{point} × {behaviour}: not finished: {await host.StatusAsync()}");
            faults.AddRange(Record(folder.Path).Skip(before).SelectMany(l => l.Products).GroupBy(p => p).Where(g => g.Count() != 1)
                .Select(g => $"{point} × {behaviour}: {g.Key} was ordered {g.Count()} times"));
            if (Record(folder.Path).Skip(before).SelectMany(l => l.Products).Distinct().Count() != 2)
                faults.Add($"{point} × {behaviour}: a line was not ordered at all");
        }
        await host.DisposeAsync();
        return (kills, faults);
    }

    private static IReadOnlyList<SupplierWorld.Line> Record(string folder) => new SupplierWorld(Path.Combine(folder, "supplier.jsonl")).Record();

    private sealed class TempFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("shop-crash-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
