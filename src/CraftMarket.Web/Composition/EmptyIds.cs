using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Routing.Constraints;

namespace CraftMarket.Web.Composition;

/// <summary>An id of zeros names nothing: no address has one, and a command that carries one asks for what is not
/// there.</summary>
/// <remarks>A form whose id cannot be read comes out as zeros too, and the event store takes none for a stream.</remarks>
internal static class EmptyIds
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Known = [];

    public static void RefuseEmptyIds(this IServiceCollection services) =>
        services.Configure<RouteOptions>(options => options.SetParameterPolicy<IdConstraint>("guid"));

    public static bool In(object command) => Known.GetOrAdd(command.GetType(), IdsOf)
        .Any(x => x.GetValue(command) is { } id && id.Equals(Activator.CreateInstance(id.GetType())));

    private static PropertyInfo[] IdsOf(Type command) =>
        [.. command.GetProperties().Where(x => IsId(Nullable.GetUnderlyingType(x.PropertyType) ?? x.PropertyType))];

    private static bool IsId(Type type) => type.GetInterfaces()
        .Any(x => x.IsGenericType && x.GetGenericTypeDefinition() == typeof(IId<>));

    private sealed class IdConstraint : IRouteConstraint
    {
        private readonly GuidRouteConstraint _shape = new();

        public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values,
            RouteDirection routeDirection) =>
            _shape.Match(httpContext, route, routeKey, values, routeDirection) && values[routeKey] is { } id
            && !Equals(id, Guid.Empty) && !(Guid.TryParse(id as string, out var read) && read == Guid.Empty);
    }
}
