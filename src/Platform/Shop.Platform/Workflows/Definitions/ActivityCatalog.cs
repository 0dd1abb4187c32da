namespace Shop.Platform.Workflows.Definitions;

/// <summary>What matters about an activity before it runs.</summary>
[Flags]
public enum ActivityTraits
{
    None = 0,

    /// <summary>Spends money or does something outside that must not happen twice. Definitions must lead through a guard first.</summary>
    Effect = 1,

    /// <summary>Decides whether an effect may happen (margin guard, spend limit).</summary>
    Guard = 2,
}

/// <param name="Outcomes">All outcomes it can have, choices of its questions included. Empty: not checked.</param>
public sealed record ActivityRegistration(string Name, Type Type, ActivityTraits Traits, IReadOnlyList<string> Outcomes);

/// <summary>The activities that slices contributed: fixed at start-up.</summary>
public sealed class ActivityCatalog
{
    private readonly Dictionary<string, ActivityRegistration> _byName = [];

    public ActivityCatalog(IEnumerable<ActivityRegistration> registrations)
    {
        foreach (var registration in registrations)
        {
            if (!_byName.TryAdd(registration.Name, registration))
                throw new InvalidOperationException($"Two activities are called {registration.Name}.");
        }
    }

    public ActivityRegistration? Find(string name) => _byName.GetValueOrDefault(name);
}
