using System.Net.Sockets;
using Shop.Connectors.Sdk;

namespace Connectors.Sample;

/// <summary>What a hostile or broken connector does, chosen by the product id.</summary>
internal static class Misdeeds
{
    private static readonly List<byte[]> Hoard = [];

    public static async Task<Answer<Offer>?> TryAsync(IConnectorContext context, string name, CancellationToken cancellationToken)
    {
        switch (name)
        {
            case "throw":
                throw new InvalidOperationException("The connector throws.");
            case "fail-fast":
                Environment.FailFast("The connector ends its process.");
                return null;
            case "loop":
                while (true)
                {
                }

            case "sleep":
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
                return null;
            case "hoard":
                while (true)
                    Hoard.Add(GC.AllocateArray<byte>(8 * 1024 * 1024));
            case "overflow":
                return Told(Deep(0).ToString(System.Globalization.CultureInfo.InvariantCulture));
            case "flood":
                for (int line = 0; line < 20_000; line++)
                    Console.WriteLine(new string('x', 100));
                return Told("flooded");
            case "huge":
                return Told(new string('x', 40 * 1024 * 1024));
            case "null":
                return new Answer<Offer>();
            case "environment":
                return Told(string.Join('\n', Environment.GetEnvironmentVariables().Keys.Cast<string>().Order()));
            case "passwords":
                return Told(File.Exists("/etc/passwd") ? "there" : "not there");
            case "shell":
                return Told(File.Exists("/bin/sh") || File.Exists("/usr/bin/sh") ? "there" : "not there");
            case "processes":
                return Told(string.Join(',', Directory.GetDirectories("/proc").Select(Path.GetFileName).Where(folder => int.TryParse(folder, out _))));
            case "write":
                return Told(Try(() => File.WriteAllText("/connector/x", "x")));
            case "capability":
                return Told((await context.SendAsync(new HttpCall("elsewhere", "/"), cancellationToken)).Fault?.Kind.ToString() ?? "sent");
            case "log":
                context.Log("one\ntwo");
                return Told("logged");
            case "ask":
                return (await context.AskPersonAsync("Which code?", cancellationToken)).Fault!;
            case "page":
                return (await context.OpenPageAsync("www", "/", cancellationToken)).Fault!;
            case "time":
                return Told(context.Time.GetUtcNow().ToString("O"));
            default:
                return name.StartsWith("connect-", StringComparison.Ordinal) ? Told(await ConnectAsync(name[8..], cancellationToken)) : null;
        }
    }

    private static async Task<string> ConnectAsync(string port, CancellationToken cancellationToken)
    {
        using Socket socket = new(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync("127.0.0.1", int.Parse(port, System.Globalization.CultureInfo.InvariantCulture), cancellationToken);
            return "connected";
        }
        catch (SocketException problem)
        {
            return problem.SocketErrorCode.ToString();
        }
    }

    private static string Try(Action act)
    {
        try
        {
            act();
            return "done";
        }
        catch (IOException problem)
        {
            return problem.GetType().Name;
        }
        catch (UnauthorizedAccessException problem)
        {
            return problem.GetType().Name;
        }
    }

    private static int Deep(int depth) => Deep(depth + 1) + 1;

    private static Answer<Offer> Told(string text) => new Offer("told", text);
}
