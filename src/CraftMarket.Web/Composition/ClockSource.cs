using JasperFx.CodeGeneration;
using JasperFx.CodeGeneration.Frames;
using JasperFx.CodeGeneration.Model;

namespace CraftMarket.Web.Composition;

/// <summary>Gives handlers their <c>now</c> from the host's clock, so that a test can set it.</summary>
internal sealed class ClockSource : IVariableSource
{
    public bool Matches(Type type) => type == typeof(DateTimeOffset);

    public Variable Create(Type type) => new ReadClock().Now;

    private sealed class ReadClock : SyncFrame
    {
        private Variable? _clock;

        public ReadClock() => Now = new Variable(typeof(DateTimeOffset), "now", this);

        public Variable Now { get; }

        public override IEnumerable<Variable> FindVariables(IMethodVariables chain)
        {
            yield return _clock = chain.FindVariable(typeof(TimeProvider));
        }

        public override void GenerateCode(GeneratedMethod method, ISourceWriter writer)
        {
            writer.Write($"var {Now.Usage} = {_clock!.Usage}.{nameof(TimeProvider.GetUtcNow)}();");
            Next?.GenerateCode(method, writer);
        }
    }
}
