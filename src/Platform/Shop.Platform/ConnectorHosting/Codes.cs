namespace Shop.Platform.ConnectorHosting;

/// <summary>Codes of faults that the platform itself makes.</summary>
internal static class Codes
{
    public const string Crashed = "worker-crashed";
    public const string Killed = "worker-killed";
    public const string Stopped = "worker-stopped";
    public const string Deadline = "deadline";
    public const string Unclear = "outcome-unclear";
}
