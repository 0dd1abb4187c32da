using Shop.Benchmarks.ConnectorHosting;
using Shop.Benchmarks.Pages;

return args switch
{
    [] => await PageBench.RunAsync() + await WorkerBench.RunAsync(),
    ["pages"] => await PageBench.RunAsync(),
    ["workers"] => await WorkerBench.RunAsync(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: ./shop bench [pages|workers]");
    return 2;
}
