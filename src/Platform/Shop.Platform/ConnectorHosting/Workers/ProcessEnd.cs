using System.Diagnostics;

namespace Shop.Platform.ConnectorHosting.Workers;

/// <summary>Ends a worker and everything it started.</summary>
internal static class ProcessEnd
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>
    /// From the inside: when the first process of the sandbox dies, the kernel ends all others in it, and bubblewrap, still alive, takes away
    /// their remains. Killed from the outside, they would be left to the machine's init.
    /// </summary>
    public static async Task KillAsync(Process process)
    {
        if (process.HasExited)
            return;
        if (ProcessMemory.Tree(process.Id).Skip(1).ToArray() is [var inner, ..])
        {
            Kill(inner);
            try
            {
                await process.WaitForExitAsync(CancellationToken.None).WaitAsync(Patience);
                return;
            }
            catch (TimeoutException)
            {
                // It holds on: the whole tree then.
            }
        }

        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
    }

    private static void Kill(int processId)
    {
        try
        {
            using Process inner = Process.GetProcessById(processId);
            inner.Kill();
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            // It ended between the two looks.
        }
    }
}
