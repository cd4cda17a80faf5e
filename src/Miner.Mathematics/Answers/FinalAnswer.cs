using Miner.Mathematics.Answers.Equality;
using Miner.Mathematics.Answers.Extraction;
using Miner.Mathematics.Answers.Parsing;
using Miner.Mathematics.Answers.Values;
using Miner.Mathematics.Language;

namespace Miner.Mathematics.Answers;

/// <summary>The answer that a model's text ends up with.</summary>
public sealed class FinalAnswer
{
    private readonly AnswerValue _value;

    private FinalAnswer(ExtractedAnswer answer)
    {
        _value = AnswerParser.Parse(answer.Text, answer.IsMath);
        Text = AnswerText.Display(LatexDisplay.Plain(answer.Text));
    }

    /// <summary>The answer as its author wrote it, without the markup around it, on one line, at most 200 code points.</summary>
    public string Text { get; }

    /// <summary>
    /// Finds the final answer in a model's reply. The first of these that is there:
    /// <list type="number">
    /// <item>the last <c>\boxed{}</c> with balanced braces, or several that <c>and</c>, <c>or</c> or a comma joins; but where an answer is
    /// announced behind it that is nothing but a number, a formula or the letter of a choice, that one;</item>
    /// <item>what stands behind the last explicit marker: <c>answer:</c>, <c>answer is</c>, <c>correct option is</c>, a
    /// heading <c>Final Answer</c>, <c>A:</c> at the start of a line, <c>####</c>, and their kin in other languages;</item>
    /// <item>the whole reply, where it is nothing but a number, a formula, a time in words, or says that there is no solution;</item>
    /// <item>the last formula between delimiters or the last number that is not in a remark in parentheses or a reason, where the
    /// question is mathematical (<see cref="MathematicalQuestion"/>) or the reply holds formulas; of a short reply without any, the last
    /// number in words;</item>
    /// <item>the number that a reply of one sentence ends with: <c>The total is $29.00</c>.</item>
    /// </list>
    /// Reasoning between <c>&lt;think&gt;</c> tags, a chat template's special tokens and what the model asks itself behind its answer are
    /// passed over. Takes time linear in the text.
    /// </summary>
    /// <param name="text">The model's reply.</param>
    /// <param name="question">What was asked.</param>
    /// <returns>Null where there is no answer that can be told from the rest.</returns>
    public static FinalAnswer? Extract(string text, string question) =>
        Of(AnswerExtractor.Find(text, MathematicalQuestion.Is(question)));

    /// <summary>
    /// As <see cref="Extract(string,string)"/>, for a text that is known to answer a mathematical question. A short text without formula or
    /// number is taken as the answer whole.
    /// </summary>
    public static FinalAnswer? Extract(string text) => Of(AnswerExtractor.Find(text, isMathematical: true) ?? AnswerExtractor.Whole(text));

    /// <summary>Whether it is text, neither number nor formula.</summary>
    public bool IsWords => _value is TextValue;

    /// <summary>A reply that is nothing but a word or a short phrase, as an answer in words; null for every other.</summary>
    public static FinalAnswer? OfPhrase(string text) => Of(BarePhrase.Read(text));

    /// <summary>
    /// The answer of a question that is nothing but a formula of numbers, evaluated exactly (<c>What is 17*23 + 4?</c>); null for every
    /// other question, and where the formula can be read in two ways.
    /// </summary>
    public static FinalAnswer? OfFormula(string question) => Of(QuestionFormula.Evaluate(question));

    /// <summary>
    /// Whether both say the same, on the strict side. Numbers and formulas are compared exactly, whatever they are written like, and by
    /// value only where no exact form is known; a missing unit is no difference, another unit is.
    /// <para>
    /// Reflexive and symmetric. Not transitive where one answer says less than two others: <c>18</c> is both <c>18 dollars</c> and
    /// <c>18 euros</c>, <c>5</c> both <c>x = 5</c> and <c>y = 5</c>, 2.6667 both 8/3 and 2.66670; so a group takes in an answer only
    /// when it is equivalent to every member.
    /// </para>
    /// </summary>
    public bool Equivalent(FinalAnswer other)
    {
        try
        {
            return AnswerEquality.Same(_value, other._value);
        }
        catch (OverflowException)
        {
            // What cannot be compared exactly within the limits is not called equal.
            return false;
        }
    }

    private static FinalAnswer? Of(ExtractedAnswer? answer) => answer is null ? null : new FinalAnswer(answer);
}
