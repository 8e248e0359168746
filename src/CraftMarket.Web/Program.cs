using CraftMarket.Web.Composition;
using JasperFx;

var app = MarketApplication.Create(args);
// Without a command to run there is none to look for, in every assembly that is there.
if (args.Length > 0) return await app.RunJasperFxCommands(args);
await app.RunAsync();
return 0;
