using System.Globalization;
using Shop.Sandbox;

// The sandbox writes wire formats only; the machine's language must not get into a decimal point.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
var app = SandboxApp.Build(args);
await app.RunAsync();
