using System.Globalization;

namespace Shop.Platform.ConnectorHosting.Workers;

/// <summary>Resident memory of a process and its children, from /proc: a confined worker is the grandchild of the process that was started.</summary>
internal static class ProcessMemory
{
    public static long OfTree(int processId) => Tree(processId).Sum(Resident);

    public static IEnumerable<int> Tree(int processId)
    {
        yield return processId;
        foreach (int child in Children(processId))
        {
            foreach (int descendant in Tree(child))
                yield return descendant;
        }
    }

    private static int[] Children(int processId) =>
        [.. Read($"/proc/{processId}/task/{processId}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(text => int.Parse(text, CultureInfo.InvariantCulture))];

    private static long Resident(int processId) =>
        Read($"/proc/{processId}/statm").Split(' ') is [_, var pages, ..] && long.TryParse(pages, CultureInfo.InvariantCulture, out long count)
            ? count * Environment.SystemPageSize : 0;

    private static string Read(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllText(path) : "";
        }
        catch (IOException)
        {
            // The process ended between the two looks.
            return "";
        }
    }
}
