using System.Net;
using Miner.Application.Ports;
using Miner.Infrastructure.Upstreams;

namespace Miner.Infrastructure.Llm;

/// <summary>
/// How one upstream is asked for one completion, changed by what it refuses: parameters that it does not know are left out, and what is too
/// long for it is shortened. Each change is made so few times that the negotiation ends within twelve requests.
/// </summary>
internal sealed class CompletionNegotiation(ChatRequest request, RequestShape shape, int maxTokens)
{
    private const int MostShortenings = 2;

    /// <summary>Tokens that a chat template may put around messages.</summary>
    private const int Slack = 16;

    private const int ShortestAnswer = 256;

    /// <summary>English has about four characters a token, code and other languages fewer.</summary>
    private const double CharactersPerToken = 3;

    /// <summary>What is left out may have fewer tokens for its length than what stays.</summary>
    private const double Margin = 0.95;

    private readonly RequestShape _first = shape;
    private readonly int _mostTokens = maxTokens;
    private int _shortenings;

    public ChatRequest Request { get; private set; } = request;

    public RequestShape Shape { get; private set; } = shape;

    /// <summary>The most tokens of the answer.</summary>
    public int MaxTokens { get; private set; } = maxTokens;

    /// <summary>Whether the upstream said what was wrong with the shapes before this one.</summary>
    public bool IsCertain { get; private set; } = true;

    /// <summary>Whether there is something that an upstream may fail at instead of refusing it.</summary>
    public bool CanAskForLess => Shape.HasTools || AsksForForm;

    private bool AsksForForm => Request.Schema is not null && Shape.Format != AnswerFormat.Text;

    /// <summary>Changes what is asked after the upstream answered with <paramref name="status"/>.</summary>
    /// <param name="isSuspect">Whether it may fail at what it is asked for, having failed in the same way before.</param>
    /// <returns>False where no change is left that could help.</returns>
    /// <exception cref="UpstreamException">It is too long, and cannot be made shorter.</exception>
    public bool Change(HttpStatusCode status, UpstreamError error, bool isSuspect)
    {
        if (UpstreamException.IsAboutTheRequest(status) && ContextLimit.Read(error) is { } limit)
        {
            if (_shortenings++ < MostShortenings && Fit(limit)) return true;
            if (limit.AnswerTokens is not null) return false;
            throw new UpstreamException(UpstreamFailure.Failed, "takes no prompt as long as this one");
        }

        if (status is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity)
        {
            if (Shape.After(error, _first) is not { } next) return false;
            Shape = next;
            return true;
        }

        // OpenRouter says 404 where no server of a model takes tools, and llama.cpp 500.
        if ((int)status is 404 or 500 or 501 && Shape.HasTools && RequestShape.SpeaksOfTools(error))
        {
            Shape = Shape.After(error, _first)!;
            return true;
        }

        // Servers that cannot constrain an answer's form, or take no tools, may fail at it instead of refusing.
        var speaksOfForm = RequestShape.SpeaksOfFormat(error);
        var isFailure = status == HttpStatusCode.NotFound
            ? speaksOfForm
            : UpstreamPipeline.MayMeanRefusal(status) && (speaksOfForm || isSuspect);
        if (!isFailure || !CanAskForLess) return false;
        Shape = Shape with { Format = AnswerFormat.Text, HasTools = Shape.HasTools && AsksForForm && speaksOfForm };
        IsCertain = speaksOfForm;
        return true;
    }

    /// <summary>
    /// What was answered. An answer that ends at a limit that had to be lowered would end there again, so that it is not worth asking for
    /// with more tokens.
    /// </summary>
    public ChatCompletion Settle(ChatCompletion completion) => MaxTokens == _mostTokens ? completion : completion with
    {
        Choices =
        [
            .. completion.Choices.Select(choice =>
                choice.End == ChoiceEnd.AtTokenLimit ? choice with { End = ChoiceEnd.BrokenOff } : choice),
        ],
    };

    /// <summary>
    /// A shorter answer where that is enough, else a shorter prompt; one that is not as short as wanted may do, as tokens are not known.
    /// </summary>
    private bool Fit(ContextLimit limit)
    {
        if (limit.AnswerTokens is { } longest)
        {
            if (longest < 1 || longest >= MaxTokens) return false;
            MaxTokens = longest;
            return true;
        }

        var length = Request.Messages.Sum(message => message.Content.Length);
        var prompt = limit.PromptTokens ?? (int)(length / CharactersPerToken);
        var tokens = limit.Tokens ?? prompt;
        var leastAnswer = Math.Min(MaxTokens, Math.Clamp(tokens / 4, 1, ShortestAnswer));
        var room = tokens - prompt - Slack;
        if (room >= leastAnswer && room < MaxTokens)
        {
            MaxTokens = room;
            return true;
        }

        var answer = Math.Min(MaxTokens, Math.Max(leastAnswer, tokens / 4));
        var wanted = Math.Max(0, tokens - answer - Slack);
        var most = (int)Math.Min(length * 0.9, (double)length * wanted / Math.Max(prompt, 1) * Margin);
        if (Request.Shorten?.Invoke(most) is not { } messages) return false;
        var shortened = messages.Sum(message => message.Content.Length);
        if (shortened >= length) return false;
        Request = Request with { Messages = messages };
        var expected = (double)prompt * shortened / length / Margin;
        MaxTokens = (int)Math.Clamp(tokens - Slack - expected, leastAnswer, answer);
        return true;
    }
}
