using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Shop.Demo;

/// <summary>One line per step with its time, for people or (<c>--json</c>) for machines.</summary>
public sealed class Report(bool json)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };
    private readonly Stopwatch _total = Stopwatch.StartNew();
    private readonly List<object> _steps = [];
    private bool _failed;

    public async Task<T> StepAsync<T>(string name, Func<Task<(T Value, string What)>> work)
    {
        var watch = Stopwatch.StartNew();
        var (value, what) = await work();
        var seconds = Math.Round(watch.Elapsed.TotalSeconds, 2);
        _steps.Add(new { step = name, seconds, what });
        if (!json)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seconds,7:0.00} s  {name,-28} {what}"));
        return value;
    }

    public Task StepAsync(string name, Func<Task<string>> work) => StepAsync(name, async () => (true, await work()));

    /// <summary>A statement that must hold.</summary>
    public void Check(string statement, bool holds, string? evidence = null)
    {
        _failed |= !holds;
        _steps.Add(new { invariant = statement, holds, evidence });
        if (!json)
            Console.WriteLine($"{(holds ? "holds  " : "BROKEN ")}    {statement}{(evidence is null ? "" : $" ({evidence})")}");
    }

    public void Failed(string why)
    {
        _failed = true;
        _steps.Add(new { failure = why });
        if (!json)
            Console.Error.WriteLine($"FAILED: {why}");
    }

    /// <returns>The exit code.</returns>
    public int Finish()
    {
        var seconds = Math.Round(_total.Elapsed.TotalSeconds, 1);
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(new { ok = !_failed, seconds, steps = _steps }, Indented));
        else
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(_failed ? "FAILED" : "done")} in {seconds} s"));
        return _failed ? 1 : 0;
    }
}

/// <summary>The journey cannot go on; the message says where it stopped.</summary>
public sealed class DemoFailureException(string message) : Exception(message);
