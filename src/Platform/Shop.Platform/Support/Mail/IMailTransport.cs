namespace Shop.Platform.Support.Mail;

/// <summary>The border to the mail server.</summary>
internal interface IMailTransport
{
    /// <summary>False while no server is configured: messages then stay queued.</summary>
    bool Configured { get; }

    /// <summary>Hands one message over. May be repeated after a crash: the message id is the same each time.</summary>
    Task<MailHandover> SendAsync(OutgoingMail mail, CancellationToken cancellationToken);
}

/// <param name="Problem">Null when the server took it.</param>
/// <param name="Final">True when trying again cannot help (the server refuses the address).</param>
internal sealed record MailHandover(string? Problem, bool Final)
{
    public static MailHandover Taken { get; } = new(null, false);
}
