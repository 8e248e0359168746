using System.Reflection;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace CraftMarket.Web.Pages;

/// <summary>An empty field is an empty text where the code says that there is one, and nothing only where there may be
/// nothing.</summary>
/// <remarks>The framework would make nothing of both, also of a line break, and so break what the code may rely on.</remarks>
internal sealed class EmptyText : IDisplayMetadataProvider
{
    public void CreateDisplayMetadata(DisplayMetadataProviderContext context)
    {
        if (context.Key.ModelType != typeof(string)) return;
        var written = new NullabilityInfoContext();
        var state = context.Key switch
        {
            { PropertyInfo: { } property } => written.Create(property).WriteState,
            { ParameterInfo: { } parameter } => written.Create(parameter).WriteState,
            _ => NullabilityState.Unknown,
        };
        if (state == NullabilityState.NotNull) context.DisplayMetadata.ConvertEmptyStringToNull = false;
    }
}
