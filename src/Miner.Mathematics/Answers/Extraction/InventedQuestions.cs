using System.Text.RegularExpressions;

namespace Miner.Mathematics.Answers.Extraction;

/// <summary>What a model goes on with when it does not end: another question, which it then answers too.</summary>
internal static partial class InventedQuestions
{
    /// <summary>
    /// Up to the first line that announces a question behind an answer. A reply that announces one before its answer has more than one to
    /// answer, and is left whole.
    /// </summary>
    public static string Cut(string reply)
    {
        foreach (var question in Question().EnumerateMatches(reply))
        {
            var before = reply[..question.Index];
            return AnswerMarkers.Find(before) is not null || BoxedAnswers.Find(before) is not null ? before : reply;
        }

        return reply;
    }

    [GeneratedRegex(
        @"^[ \t*_#>]{0,10}(?:(?:next |new |another )?(?:question|problem|exercise)|q|human|user|instruction"
            + @"|问题|題目|题目|問題|질문|문제|pregunta|frage|pergunta|вопрос|задача|سؤال|प्रश्न|soal|câu hỏi)[ *_]{0,4}[0-9]{0,3}[ *_]{0,4}:",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex Question();
}
