using System.Security.Cryptography;
using System.Text;
using CraftMarket.Web.Operating;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CraftMarket.Web.Pages;

/// <summary>The id that a form makes, as it lies in the form: made by this house, so nobody else names a stream.</summary>
/// <param name="Id">What the form makes when it is sent; sending it twice makes one.</param>
/// <param name="Sealed">The id with the house's seal behind it; the same each time the form is shown.</param>
public readonly record struct FormId<T>(T Id, string Sealed) where T : struct, IId<T>
{
    public override string ToString() => Sealed;
}

/// <summary>Seals the ids that go out with a form, and opens those that come back.</summary>
/// <remarks>Decision 0033: a seal, not a secret. The browser compares two openings of one form, so it does not change.</remarks>
public sealed class FormIds(MasterKey master, TimeProvider clock)
{
    private const int PlainLength = 36, SealLength = 32;

    /// <summary>The id of something new.</summary>
    public FormId<T> New<T>() where T : struct, IId<T> => Of(NewId.At<T>(clock.GetUtcNow()));

    /// <summary>An id that a draft, or the thing itself, has already.</summary>
    public FormId<T> Of<T>(T id) where T : struct, IId<T> => new(id, id.Value + Seal<T>(id.Value));

    /// <returns>Null when it is not one of ours, or was sealed for another kind of form.</returns>
    public FormId<T>? Open<T>(string? text) where T : struct, IId<T> => text?.Length == PlainLength + SealLength
        && Guid.TryParseExact(text[..PlainLength], "D", out var id)
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(text[PlainLength..]),
            Encoding.UTF8.GetBytes(Seal<T>(id)))
            ? new(T.From(id), text)
            : null;

    private string Seal<T>(Guid id) => master.KeyedHash($"form id {typeof(T).Name}", id.ToString())[..SealLength];
}

/// <summary>The id of a form was not made by this house.</summary>
internal sealed class ForeignIdException : Exception;

/// <summary>Reads a <see cref="FormId{T}"/> out of a form; without a good seal nothing of the form is done.</summary>
internal sealed class FormIdBinder<T>(FormIds ids) : IModelBinder where T : struct, IId<T>
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        ArgumentNullException.ThrowIfNull(bindingContext);
        var sent = bindingContext.ValueProvider.GetValue(bindingContext.ModelName).FirstValue;
        if (ids.Open<T>(sent) is { } id) bindingContext.Result = ModelBindingResult.Success(id);
        else bindingContext.ModelState.TryAddModelException(bindingContext.ModelName, new ForeignIdException());
        return Task.CompletedTask;
    }
}

/// <summary>Finds the reader of sealed ids.</summary>
internal sealed class FormIdBinders : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        var type = context.Metadata.ModelType;
        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(FormId<>)
            ? (IModelBinder)ActivatorUtilities.CreateInstance(context.Services,
                typeof(FormIdBinder<>).MakeGenericType(type.GetGenericArguments()))
            : null;
    }
}

/// <summary>Turns a form away whose id was not made here: nobody gets there by pressing a button.</summary>
internal sealed class RefusesForeignIds : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (!context.ModelState.Values.Any(x => x.Errors.Any(e => e.Exception is ForeignIdException))) return;
        context.HttpContext.NoteForged("bad_form_id");
        context.Result = new Microsoft.AspNetCore.Mvc.BadRequestResult();
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }
}
