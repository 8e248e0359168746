using System.Globalization;
using System.Text.Json;
using CraftMarket.Web.Operating;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace CraftMarket.Specs.House;

public sealed class LogLineSpecs
{
    [Theory]
    [InlineData("id-ID")]
    [InlineData("en-US")]
    public void a_line_of_the_log_says_in_utc_when_it_was_written(string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.AddLogs();
        using var services = builder.Services.BuildServiceProvider();
        using var line = new StringWriter();
        services.GetServices<ConsoleFormatter>().Single(x => x.Name == ConsoleFormatterNames.Json)
            .Write(new LogEntry<string>(LogLevel.Information, "CraftMarket.Requests", default, "GET / 200", null,
                (said, _) => said), null, line);
        var written = JsonDocument.Parse(line.ToString()).RootElement.GetProperty("Timestamp").GetString();
        Assert.Matches(@"^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", written);
    }
}
