using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Shop.Connectors.Sdk;
using Shop.Platform.ConnectorHosting.Packages;

namespace Shop.Platform.ConnectorHosting.CommandLine;

/// <summary><c>connector read|search|freight|order|track|list</c>: feeds stored supplier answers to a connector in its worker.</summary>
public static class ConnectorCommand
{
    private const int Ok = 0, Bug = 1, Usage = 2, CleanFault = 3;

    /// <summary>Runs the command; standard output gets one JSON document per line, standard error words for a person.</summary>
    /// <param name="arguments">What follows the executable's name; a leading <c>connector</c> is skipped.</param>
    /// <returns>0 an offer, 3 a clean fault, 1 a bug of the connector or the platform, 2 wrong usage.</returns>
    public static Task<int> RunAsync(string[] arguments) =>
        RunAsync(arguments, new ConfigurationBuilder().AddEnvironmentVariables().Build(), Console.Out, Console.Error, CancellationToken.None);

    internal static async Task<int> RunAsync(
        string[] arguments, IConfiguration configuration, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        ConnectorOptions options = new(configuration);
        await using ReplayRunner runner = new(options, error);
        try
        {
            CommandArguments command = CommandArguments.Parse(arguments);
            if (command.Verb == "list")
                return await ListAsync(runner, output);
            ConnectorPackage package = Package(runner, options, command.Connector);
            IReadOnlyList<HttpAnswer> recordings = [.. command.Files.Select(file => Recording.Read(file, TimeProvider.System))];
            return await ReplayAsync(runner, package, command, recordings, output, error, cancellationToken);
        }
        catch (UsageException wrong)
        {
            await error.WriteLineAsync(wrong.Message);
            return Usage;
        }
    }

    private static async Task<int> ReplayAsync(
        ReplayRunner runner, ConnectorPackage package, CommandArguments command, IReadOnlyList<HttpAnswer> recordings, TextWriter output, TextWriter error,
        CancellationToken cancellationToken)
    {
        int code = Ok;
        for (int index = 0; index < recordings.Count; index++)
        {
            Answer<IReadOnlyList<JsonObject>> answer = await ReplayVerbs.RunAsync(runner, package, command, recordings[index], cancellationToken);
            if (!answer.Failed(out Fault? fault, out IReadOnlyList<JsonObject>? documents))
            {
                foreach (JsonObject document in documents)
                    await output.WriteLineAsync(ExtractionJson.Write(document));
                continue;
            }

            await output.WriteLineAsync(ExtractionJson.Write(ExtractionJson.Of(fault)));
            await error.WriteLineAsync($"{command.Files[index]}: {ExtractionJson.Snake(fault.Kind)}: {fault.Message}{(fault.Detail is null ? "" : $" ({OneLine(fault.Detail)})")}");
            code = IsBug(fault) ? Bug : code == Bug ? Bug : CleanFault;
        }

        return code;
    }

    private static async Task<int> ListAsync(ReplayRunner runner, TextWriter output)
    {
        foreach (ConnectorPackage package in runner.Catalogue.All)
        {
            JsonObject line = new()
            {
                ["id"] = package.Manifest.Id,
                ["name"] = package.Manifest.Name,
                ["version"] = package.Manifest.Version,
                ["capabilities"] = new JsonArray([.. package.Manifest.Capabilities.Select(name => (JsonNode)name)]),
                ["problem"] = package.Problem,
            };
            await output.WriteLineAsync(ExtractionJson.Write(line));
        }

        return Ok;
    }

    private static ConnectorPackage Package(ReplayRunner runner, ConnectorOptions options, string id)
    {
        ConnectorPackage? package = runner.Catalogue.Find(id);
        if (package is null)
        {
            string known = string.Join(", ", runner.Catalogue.All.Select(other => other.Manifest.Id));
            throw new UsageException($"There is no connector \"{id}\". {(known.Length > 0 ? $"Installed: {known}." : $"None is installed in {options.Folder}.")}");
        }

        return package.Problem is null ? package : throw new UsageException($"The connector {id} cannot be used: {package.Problem}");
    }

    /// <summary>Every fault that says something about the connector or this installation instead of the supplier.</summary>
    private static bool IsBug(Fault fault) =>
        fault.Kind == FaultKind.ConnectorBug || fault.Code is Codes.Crashed or Codes.Killed or Codes.Stopped or Codes.Unclear or "unconfined" or "package";

    private static string OneLine(string text) => text.Split('\n', 2)[0].TrimEnd();
}

/// <summary>The command line is wrong; the text tells what to do.</summary>
internal sealed class UsageException(string message) : Exception(message);
