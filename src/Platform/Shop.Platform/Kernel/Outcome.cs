using System.Diagnostics.CodeAnalysis;

namespace Shop.Platform.Kernel;

/// <summary>What a use case gave: a value or a problem the caller is expected to meet. Bugs are exceptions.</summary>
public readonly record struct Outcome<T>
{
    private Outcome(T? value, Problem? problem) => (Value, Problem) = (value, problem);

    public T? Value { get; }

    public Problem? Problem { get; }

    /// <summary>True when there is a problem; the compiler then knows which side to read.</summary>
    public bool Failed([NotNullWhen(true)] out Problem? problem, [NotNullWhen(false)] out T? value)
    {
        problem = Problem;
        value = Value;
        return problem is not null;
    }

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Problem problem) => new(default, problem);
}

/// <summary>The value of an outcome that has nothing to say but success.</summary>
public readonly record struct Done;
