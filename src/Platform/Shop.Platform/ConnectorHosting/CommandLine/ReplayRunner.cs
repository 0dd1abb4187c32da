using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Shop.Connectors.Sdk;
using Shop.Platform.ConnectorHosting.Brokering;
using Shop.Platform.ConnectorHosting.Packages;
using Shop.Platform.ConnectorHosting.Workers;

namespace Shop.Platform.ConnectorHosting.CommandLine;

/// <summary>Worker and replaying broker without a host around them: the connector runs exactly as in production, but for its answers.</summary>
internal sealed class ReplayRunner : IAsyncDisposable
{
    private readonly WorkerPool _pool;
    private readonly ConnectorCalls _calls;
    private readonly TextWriter _error;

    public ReplayRunner(ConnectorOptions options, TextWriter error)
    {
        _error = error;
        ILogger<Confinement> log = new WarningsTo<Confinement>(error);
        Catalogue = new ConnectorCatalogue(options, NullLogger<ConnectorCatalogue>.Instance);
        _pool = new WorkerPool(options, new WorkerStarter(options, new Confinement(options, log), NullLogger<WorkerStarter>.Instance), TimeProvider.System);
        _calls = new ConnectorCalls(_pool, new Quarantine(TimeProvider.System), options, TimeProvider.System, NullLogger<ConnectorCalls>.Instance);
    }

    public ConnectorCatalogue Catalogue { get; }

    public IReadOnlyList<WorkerHealth> Workers => _pool.Health();

    public Task<Answer<T>> InvokeAsync<T>(
        ConnectorPackage package, CommandArguments command, HttpAnswer answer, string capability, object?[] arguments, CancellationToken cancellationToken)
    {
        CallScope scope = new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), package, "replay", new ReplayBroker(answer, _error), new NoSecrets())
        {
            Capability = capability,
            FixedTime = answer.At,
            Settings = Settings(package, command),
            Market = command.Market,
        };
        return _calls.InvokeAsync<T>(scope, arguments, cancellationToken);
    }

    public ValueTask DisposeAsync() => _pool.DisposeAsync();

    /// <summary>A replay has no account: what the form would ask for gets the first value that fits most forms.</summary>
    private static Dictionary<string, string> Settings(ConnectorPackage package, CommandArguments command)
    {
        Dictionary<string, string> settings = package.Manifest.Settings.Where(setting => !setting.Secret)
            .ToDictionary(setting => setting.Name, setting => setting.Default ?? (setting.Choices is [var first, ..] ? first : "1"), StringComparer.Ordinal);
        foreach ((string name, string value) in command.Settings)
            settings[name] = value;
        return settings;
    }

    private sealed class WarningsTo<T>(TextWriter writer) : ILogger<T>
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                writer.WriteLine($"warning: {formatter(state, exception)}");
        }
    }
}
