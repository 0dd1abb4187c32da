using Shop.Benchmarks.ConnectorHosting;

return args is [] or ["workers"] ? await WorkerBench.RunAsync() : 2;
