using System.Collections.Concurrent;
using System.Diagnostics;

namespace Shop.Platform.ConnectorHosting.Workers;

/// <summary>
/// Starts processes from one thread that never ends. Linux counts the <em>thread</em> that forked as the parent: with
/// <c>bwrap --die-with-parent</c> started from the thread pool, workers would die whenever that pool shrinks.
/// </summary>
internal static class StarterThread
{
    private static readonly BlockingCollection<Action> Work = [];

    static StarterThread() => new Thread(Run) { IsBackground = true, Name = "connector starter" }.Start();

    public static Process Start(ProcessStartInfo start)
    {
        TaskCompletionSource<Process> started = new();
        Work.Add(() =>
        {
            try
            {
                started.SetResult(Process.Start(start) ?? throw new InvalidOperationException("The process did not start."));
            }
            catch (Exception problem)
            {
                // Handed to the caller: this thread has to live on.
                started.SetException(problem);
            }
        });
        return started.Task.GetAwaiter().GetResult();
    }

    private static void Run()
    {
        foreach (Action action in Work.GetConsumingEnumerable())
            action();
    }
}
