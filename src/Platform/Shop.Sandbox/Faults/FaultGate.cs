namespace Shop.Sandbox.Faults;

/// <summary>Wraps a request that does work with the faults about its answer: delay, lost answer, 500 before and after.</summary>
public static class FaultGate
{
    public static async Task<IResult> RunAsync(
        HttpContext http, string party, string operation, Func<IResult> work, CancellationToken cancel)
    {
        var board = http.RequestServices.GetRequiredService<FaultBoard>();
        await DelayAsync(http, party, operation, cancel);
        if (board.Take(party, operation, FaultKinds.Error500) is not null) return ServerError();
        var answer = work();
        if (board.Take(party, operation, FaultKinds.DropAfterAccept) is not null)
        {
            http.Abort();
            return Results.Empty;
        }

        return board.Take(party, operation, FaultKinds.Error500AfterPlacing) is null ? answer : ServerError();
    }

    public static async Task DelayAsync(HttpContext http, string party, string operation, CancellationToken cancel)
    {
        if (http.RequestServices.GetRequiredService<FaultBoard>().Take(party, operation, FaultKinds.Delay) is not { } delay) return;
        var time = http.RequestServices.GetRequiredService<TimeProvider>();
        await Task.Delay(TimeSpan.FromMilliseconds(delay.DelayMs ?? 3000), time, cancel);
    }

    private static IResult ServerError() =>
        Results.Text("<html><body><h1>500 Internal Server Error</h1></body></html>", "text/html", statusCode: 500);
}
