using Shop.Connectors.Sdk;

namespace Shop.Connectors.AliExpress.Wire;

/// <summary>Recognises the pages that stand between a program and the site. They are for a person, never parsed as an answer.</summary>
internal static class Walls
{
    private static readonly string[] InAddresses = ["/punish", "_____tmd_____", "x5secdata", "login.aliexpress."];

    private static readonly string[] InBodies =
        ["_____tmd_____", "x5secdata", "x5referer", "/punish", "nocaptcha", "id=\"nc_", "baxia-dialog", "recaptcha/api", "recaptcha/enterprise"];

    private static readonly string[] InReturns = ["FAIL_SYS_USER_VALIDATE", "RGV587", "FAIL_SYS_TOKEN_EMPTY", "FAIL_SYS_TOKEN_EXPIRED", "FAIL_SYS_TOKEN_EXOIRED"];

    public static Fault? InAddress(string address) => Found(InAddresses, address);

    /// <summary>Only for a body without an answer: good pages carry the same scripts.</summary>
    public static Fault? InBody(string body) => Found(InBodies, body);

    /// <summary>The <c>ret</c> list of the calls a page makes for itself.</summary>
    public static Fault? InReturn(string words) => Found(InReturns, words);

    private static Fault? Found(string[] marks, string text) =>
        marks.FirstOrDefault(mark => text.Contains(mark, StringComparison.OrdinalIgnoreCase)) is { } mark
            ? new Fault(
                FaultKind.Challenge,
                "AliExpress asks for proof that a person is there. Open the site from the admin portal, solve what it asks, and run again.")
            {
                Detail = $"wall recognised by {mark}",
            }
            : null;
}
