using CraftMarket.People;
using CraftMarket.People.Accounts;
using CraftMarket.Web.Access;

namespace CraftMarket.Web.Composition;

/// <summary>Sign-in, policies, antiforgery.</summary>
internal static class AccessComposition
{
    public static void AddAccess(this WebApplicationBuilder builder)
    {
        var development = builder.Environment.IsDevelopment();
        if (!development && builder.Configuration.GetSection("Demo").GetChildren().Any())
            throw new InvalidOperationException("Demo__… settings are for Development only, because everybody knows the demo "
                + "password. Remove them.");
        builder.Services.AddSingleton(new PeopleRules(AllowFictitiousNik: development));
        builder.Services.AddSingleton(Keys.Master(builder.Configuration, builder.Environment));
        builder.Services.AddKeyStore(builder.Configuration.GetConnectionString("Keys"));
        builder.Services.AddSchemes();
        builder.Services.AddScoped<SignInFlow>();
        builder.Services.AddSingleton(
            new SecondFactorRule(builder.Configuration.GetValue("Accounts:SecondFactor", !development)));
        builder.Services.AddSingleton(Rules(builder.Configuration.GetValue("Accounts:OfficeIdleMinutes", 60)));
        builder.Services.AddAntiforgery();
        builder.Services.AddAuthorization(Policies.Register);
    }

    public static void UseAccess(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment() && !app.Services.GetRequiredService<SecondFactorRule>().Asked)
            app.Logger.LogWarning("Who sees people's details is asked for no second factor: Accounts__SecondFactor is false.");
        app.UseAuthentication();
        app.UseMiddleware<SessionCheck>();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    private static SessionRules Rules(int minutes) => minutes is >= 10 and <= 480
        ? new(TimeSpan.FromMinutes(minutes))
        : throw new InvalidOperationException("Accounts__OfficeIdleMinutes is a number from 10 to 480.");
}
