using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Miner.Operator;
using Miner.Operator.Evaluation.Scoring;

namespace Miner.Api.Cli;

/// <summary>The constants that an evaluation scores by: the subnet's, unless options say otherwise.</summary>
internal sealed class ScoringArguments
{
    private readonly Option<double> _exponent = new("--score-exponent")
    {
        HelpName = "NUMBER",
        Description = $"What raw scores are raised to, 1 to {ScoringOptions.MaxExponent}.",
        DefaultValueFactory = _ => ScoringOptions.Default.Exponent,
        CustomParser = result => Read(result, text => new ScoringOptions { Exponent = Number(text) }).Exponent,
    };

    private readonly Option<double> _throughput = new("--throughput-weight")
    {
        HelpName = "SHARE",
        Description = "How much of a miner's weight is its throughput, 0 to 1; the rest is its performance.",
        DefaultValueFactory = _ => ScoringOptions.Default.ThroughputWeight,
        CustomParser = result => Read(result, text => new ScoringOptions { ThroughputWeight = Number(text) }).ThroughputWeight,
    };

    private readonly Option<string> _criteria = new("--criterion-weights")
    {
        HelpName = "NAME=SHARE,...",
        Description = "What each criterion counts in an answer's score, together 1; one that is left out counts for nothing.",
        DefaultValueFactory = _ => Criteria.Write(ScoringOptions.Default.CriterionWeights),
    };

    public void AddTo(Command command)
    {
        _criteria.Validators.Add(result =>
        {
            try
            {
                // The empty text is refused elsewhere.
                if (result.GetValueOrDefault<string>() is { Length: > 0 } text) Criteria.ReadWeights(text);
            }
            catch (OperatorException exception)
            {
                result.AddError($"{_criteria.Name}: {exception.Message}");
            }
        });
        foreach (var option in new Option[] { _exponent, _throughput, _criteria }) command.Options.Add(option);
    }

    public ScoringOptions Read(ParseResult parsed) => new()
    {
        Exponent = parsed.GetValue(_exponent),
        ThroughputWeight = parsed.GetValue(_throughput),
        CriterionWeights = Criteria.ReadWeights(parsed.GetValue(_criteria)!),
    };

    private static double Number(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;

    private static ScoringOptions Read(ArgumentResult result, Func<string, ScoringOptions> read)
    {
        try
        {
            // The empty text is refused elsewhere.
            return result.Tokens[0].Value is { Length: > 0 } text ? read(text) : ScoringOptions.Default;
        }
        catch (OperatorException exception)
        {
            result.AddError($"{((OptionResult)result.Parent!).Option.Name}: {exception.Message}");
            return ScoringOptions.Default;
        }
    }
}
