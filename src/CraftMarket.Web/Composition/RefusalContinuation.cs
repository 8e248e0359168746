using JasperFx.CodeGeneration;
using JasperFx.CodeGeneration.Frames;
using JasperFx.CodeGeneration.Model;
using Wolverine.Configuration;
using Wolverine.Middleware;
using Wolverine.Runtime;

namespace CraftMarket.Web.Composition;

/// <summary>When a handler's <c>Validate</c> answers a refusal, that is the command's answer and nothing else runs.</summary>
public sealed class RefusalContinuation : IContinuationStrategy
{
    public bool TryFindContinuationHandler(IChain chain, MethodCall call, out Frame? frame)
    {
        var refusal = call.Creates.FirstOrDefault(x => x.VariableType == typeof(Refusal));
        frame = refusal is null ? null : new StopWhenRefused(refusal);
        return frame is not null;
    }

    private sealed class StopWhenRefused : AsyncFrame
    {
        private readonly Variable _refusal;
        private Variable? _context;

        public StopWhenRefused(Variable refusal)
        {
            _refusal = refusal;
            uses.Add(refusal);
        }

        public override IEnumerable<Variable> FindVariables(IMethodVariables chain)
        {
            yield return _context = chain.FindVariable(typeof(MessageContext));
        }

        public override void GenerateCode(GeneratedMethod method, ISourceWriter writer)
        {
            writer.Write($"BLOCK:if ({_refusal.Usage} is not null)");
            writer.Write(
                $"await {_context!.Usage}.{nameof(MessageContext.EnqueueCascadingAsync)}({_refusal.Usage})"
                + ".ConfigureAwait(false);");
            writer.Write("return;");
            writer.FinishBlock();
            Next?.GenerateCode(method, writer);
        }
    }
}
