using Shop.Demo;

if (args.Any(a => a is not "--json"))
{
    Console.Error.WriteLine("usage: ./shop demo [--json]");
    return 2;
}

using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(5));
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};
var report = new Report(json: args.Contains("--json"));
try
{
    await Journey.RunAsync(report, stop.Token);
}
catch (DemoFailureException failure)
{
    report.Failed(failure.Message);
}
return report.Finish();
