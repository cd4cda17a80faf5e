using Miner.Mathematics.Language;

namespace Miner.Mathematics.Answers.Extraction;

/// <summary>A word that announces an answer.</summary>
/// <param name="Text">In lower case.</param>
/// <param name="Verbs">What may join it to the answer in place of a colon.</param>
internal sealed record AnswerWord(string Text, params string[] Verbs);

/// <summary>How answers are announced, in the most used languages.</summary>
internal static class AnswerWords
{
    public static IReadOnlyList<AnswerWord> All { get; } =
    [
        new("answer", "is", "equals", "would be", "should be", "will be", "must be"),
        new("correct option", "is"), new("correct choice", "is"), new("ans"),
        new("答案", "是", "为", "為", "应为", "應為", "选", "選"), new("故", "选", "選"), new("应", "选"),
        new("答え", "は"), new("解答", "は", "是", "为"), new("정답", "은"), new("답", "은"), new("해답", "은"),
        new("respuesta", "es"), new("resposta", "é"), new("réponse", "est"), new("risposta", "è"), new("antwort", "ist", "lautet"),
        new("ответ"), new("جواب", "هو", "ہے"), new("الجواب", "هو"), new("الإجابة", "هي"), new("उत्तर", "है"), new("উত্তর", "হল", "হলো"),
        new("jawaban", "adalah"), new("jawabannya", "adalah"), new("cevap"), new("yanıt"), new("đáp án", "là"), new("đáp số", "là"),
        new("odpowiedź", "to"), new("antwoord", "is"), new("svar"), new("svaret", "är", "er"), new("odpověď", "je"), new("відповідь"),
        new("απάντηση", "είναι"), new("תשובה", "היא"), new("پاسخ"), new("คำตอบ", "คือ"), new("răspuns"), new("vastaus", "on"),
    ];

    /// <summary>What may stand between the verb and the answer.</summary>
    public static IReadOnlyList<string> Adverbs { get; } = ["therefore", "thus", "hence", "then", "simply", "just", "clearly", "also"];

    /// <summary>What a line may say before such a word, or the word before its verb.</summary>
    public static IReadOnlyList<string> Final { get; } =
    [
        "final", "finale", "finala", "correct", "correcta", "correcte", "correta", "corretta", "endgültige", "最终", "最終", "最后", "正确",
        "النهائي", "النهائية", "окончательный", "अंतिम", "최종",
    ];

    /// <summary>Whether <paramref name="text"/> holds the word at the index, as a whole one where its script has blanks.</summary>
    public static bool IsAt(string text, int index, string word) =>
        index < text.Length && char.ToUpperInvariant(text[index]) == char.ToUpperInvariant(word[0])
        && string.Compare(text, index, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0
        && (Scripts.HasNoBlanks(word[^1]) || index + word.Length >= text.Length || !Scripts.IsInWord(text[index + word.Length]));
}
