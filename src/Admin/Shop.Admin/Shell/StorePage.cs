using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using Shop.Admin.Texts;
using Shop.Platform.Kernel;

namespace Shop.Admin.Shell;

/// <summary>What pages of a store share: calling slices, telling the outcome, looking again while the page is open.</summary>
public abstract class StorePage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _gone = new();

    [Inject] protected StoreWork Work { get; set; } = default!;

    [Inject] protected ISnackbar Toasts { get; set; } = default!;

    [Inject] protected NavigationManager Navigation { get; set; } = default!;

    [Inject] private IStringLocalizer<AdminText> Texts { get; set; } = default!;

    [Inject] private TimeProvider Time { get; set; } = default!;

    /// <summary>Cancelled when the page is left.</summary>
    protected CancellationToken Gone => _gone.Token;

    protected DateTimeOffset Now => Time.GetUtcNow();

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Shows the success text, or the problem in words. True when it succeeded.</summary>
    protected bool Tell<T>(Outcome<T> outcome, string done)
    {
        if (outcome.Failed(out var problem, out _))
        {
            Toasts.Add(Words(problem), Severity.Error);
            return false;
        }
        Toasts.Add(done, Severity.Success);
        return true;
    }

    /// <summary>The problem in the reader's language where there is a text for its code.</summary>
    protected string Words(Problem problem)
    {
        var text = Texts["problem." + problem.Code];
        var fields = problem.Fields.Values.Where(v => v != problem.Message);
        return string.Join(" ", [text.ResourceNotFound ? problem.Message : text.Value, .. fields]);
    }

    /// <summary>Repeats a reading until the page is left. A failure is left to the next time.</summary>
    protected async Task WatchAsync(TimeSpan every, Func<Task> read)
    {
        using var timer = new PeriodicTimer(every, Time);
        try
        {
            while (await timer.WaitForNextTickAsync(Gone))
            {
                await InvokeAsync(read);
                await InvokeAsync(StateHasChanged);
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
        catch (UnauthorizedAccessException)
        {
            Navigation.Refresh(forceReload: true);
        }
    }
}
