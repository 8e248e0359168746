using CraftMarket.Web.Composition;
using JasperFx;

return await MarketApplication.Create(args).RunJasperFxCommands(args);
