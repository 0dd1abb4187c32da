using System.Diagnostics.CodeAnalysis;

namespace Shop.Connectors.Sdk;

/// <summary>The outcome of a capability: a value or a fault, never both. Expected failures are returned; exceptions are bugs.</summary>
/// <typeparam name="T">The value of success.</typeparam>
public sealed record Answer<T>
{
    /// <summary>The value; null exactly when <see cref="Fault"/> is set.</summary>
    public T? Value { get; init; }

    /// <summary>The fault; null on success.</summary>
    public Fault? Fault { get; init; }

    /// <summary>True when there is a fault; the compiler then knows that <see cref="Value"/> must not be read.</summary>
    /// <param name="fault">The fault, or null.</param>
    /// <param name="value">The value, or default.</param>
    /// <returns>True on failure.</returns>
    public bool Failed([NotNullWhen(true)] out Fault? fault, [NotNullWhen(false)] out T? value)
    {
        fault = Fault;
        value = Value;
        return fault is not null;
    }

    /// <summary>Wraps a value.</summary>
    /// <param name="value">The value of success; not null.</param>
    public static implicit operator Answer<T>(T value) => new() { Value = value };

    /// <summary>Wraps a fault.</summary>
    /// <param name="fault">Why there is no value.</param>
    public static implicit operator Answer<T>(Fault fault) => new() { Fault = fault };
}
