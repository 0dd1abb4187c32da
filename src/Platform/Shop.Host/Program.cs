using Shop.Platform.ConnectorHosting.CommandLine;

if (args is ["connector", ..])
    return await ConnectorCommand.RunAsync(args);
return 0;
