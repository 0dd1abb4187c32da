namespace Shop.Sandbox.AliExpress;

/// <summary>A refusal by the gateway itself (the first failure layer).</summary>
public sealed class ApiRefusalException(string code, string message, string type = "ISV") : Exception(message)
{
    public string Code => code;

    public string Type => type;
}
