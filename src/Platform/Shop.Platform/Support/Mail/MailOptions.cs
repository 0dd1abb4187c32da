namespace Shop.Platform.Support.Mail;

/// <summary>Configuration section <c>Mail</c>.</summary>
public sealed class MailOptions
{
    /// <summary>SMTP server. Empty keeps messages queued until one is configured.</summary>
    public string Host { get; set; } = "";

    public int Port { get; set; } = 25;

    /// <summary>Address messages come from; the store's name is put before it, replies go to the merchant.</summary>
    public string From { get; set; } = "no-reply@localhost";

    /// <summary><c>none</c>, <c>starttls</c> or <c>tls</c>.</summary>
    public string Security { get; set; } = "none";

    /// <summary>Empty for a server that wants no sign-in.</summary>
    public string User { get; set; } = "";

    public string Password { get; set; } = "";
}
