namespace Shop.Platform.Workflows.Runtime;

/// <summary>How many instances run at once in one process: the rest wait their turn, so that a burst leaves room for shoppers.</summary>
internal sealed class RunLimit : IDisposable
{
    private readonly SemaphoreSlim _turns = new(32);

    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        await _turns.WaitAsync(cancellationToken);
        return new Turn(_turns);
    }

    public void Dispose() => _turns.Dispose();

    private sealed class Turn(SemaphoreSlim turns) : IDisposable
    {
        public void Dispose() => turns.Release();
    }
}
