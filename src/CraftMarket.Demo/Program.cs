using CraftMarket.Demo;
using JasperFx;

var app = DemoApplication.Create(args);
if (args.Length > 0) return await app.RunJasperFxCommands(args);
await app.RunAsync();
return 0;
