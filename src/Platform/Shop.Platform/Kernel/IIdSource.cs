namespace Shop.Platform.Kernel;

/// <summary>Where new identifiers come from; injected so that tests and simulations repeat.</summary>
public interface IIdSource
{
    /// <summary>A new identifier, ordered by creation time (UUID version 7).</summary>
    Guid Next();

    /// <summary>A new identifier of a <typeparamref name="T"/>.</summary>
    Id<T> New<T>() => new(Next());

    /// <summary>Unguessable text of 128 random bits (32 hexadecimal digits), for links and tokens.</summary>
    string Token();
}
