using Miner.Mathematics.Language;

namespace Miner.Mathematics.Answers.Extraction;

/// <summary>Words by which a question asks for a number, in the most used languages.</summary>
internal static class QuestionWords
{
    /// <summary>What asks for a number, or for something to be computed, by itself.</summary>
    public static IReadOnlyList<string> Decisive { get; } =
    [
        "how many", "how much", "how far", "how long", "how old", "how tall", "calculate", "compute", "evaluate", "simplify", "solve",
        "probability", "percent", "percentage", "equation", "equations", "integral", "derivative", "polynomial", "fraction", "fractions",
        "square root", "remainder", "divisible", "the sum", "the product", "the value", "the area", "the volume", "the perimeter",
        "the average", "the total", "the number of", "times", "plus", "minus", "divided by", "multiplied", "find the", "find all",
        "what number", "arithmetic", "math", "maths", "mathematics", "mathematical", "多少", "几个", "几只", "几天", "几本", "几人", "几种", "几分之几",
        "幾個", "解方程", "方程", "化简", "概率", "いくつ", "いくら", "何個", "何人", "何円", "何分", "何通り", "方程式", "몇", "얼마", "방정식", "확률", "cuánto", "cuánta",
        "cuántos", "cuántas", "ecuación", "probabilidad", "combien", "équation", "probabilité", "quanto", "quanta", "quanti", "quante",
        "quantos", "quantas", "equação", "probabilidade", "wie viel", "wie viele", "wieviel", "wieviele", "gleichung",
        "wahrscheinlichkeit", "сколько", "уравнение", "вероятность", "كم", "معادلة", "المعادلة", "احتمال", "कितने", "कितना", "कितनी",
        "समीकरण", "প্রায়িকতা", "কত", "কতগুলি", "সমীকরণ", "کتنے", "کتنا", "berapa", "kaç", "bao nhiêu",
    ];

    /// <summary>What tells a number to compute where numbers are given.</summary>
    public static IReadOnlyList<string> Terms { get; } =
    [
        "multiple", "multiples", "divisor", "divisors", "factor", "factors", "factorial", "gcd", "lcm", "hcf", "prime", "primes", "ratio",
        "rate", "the mean", "mean of", "median", "mode", "sum", "product", "difference", "quotient", "area", "perimeter", "circumference",
        "volume", "radius", "diameter", "angle", "angles", "triangle", "rectangle", "circle", "cube", "sphere", "square", "squared",
        "cubed", "integer", "integers", "number", "numbers", "digit", "digits", "logarithm", "slope", "matrix", "determinant", "average",
        "speed", "profit", "loss", "interest", "discount", "price", "cost", "distance", "length", "width", "height", "weight", "age",
        "ages", "chance", "odds", "dice", "permutations", "combinations", "ways", "sequence", "roots", "expression", "convert", "half",
        "twice", "double", "mod", "round", "term", "terms", "decimal", "places", "express", "weigh", "binary", "hexadecimal", "平方", "立方",
        "公倍数", "公约数", "因数", "质数", "整数", "平均", "面积", "周长", "体积", "半径", "直径", "三角形", "比例", "速度", "计算", "計算", "求", "倍", "分数", "面積", "体積",
        "割合", "계산", "구하", "넓이", "평균", "calcula", "calcular", "calcule", "calculer", "calcola", "calcolare", "área", "aire", "promedio",
        "media", "moyenne", "berechne", "berechnen", "fläche", "summe", "durchschnitt", "найдите", "найди", "вычислите", "вычисли",
        "решите", "реши", "площадь", "круга", "радиуса", "сумма", "сумму", "среднее", "احسب", "أوجد", "مساحة", "مجموع", "ज्ञात", "गणना",
        "क्षेत्रफल", "योग", "নির্ণয়", "ক্ষেত্রফল", "যোগফল", "hitung", "hitunglah", "luas", "hesapla", "hesaplayın", "tính", "diện tích",
    ];

    /// <summary>What is done with a text, or asked of a reason: never a number.</summary>
    private static readonly HashSet<string> Other = new(StringComparer.OrdinalIgnoreCase)
    {
        "why", "who", "whom", "whose", "where", "explain", "describe", "summarize", "summarise", "translate", "rewrite", "write", "list",
        "name", "discuss", "compare", "paraphrase", "classify", "define", "outline", "draft", "review", "proofread", "recommend",
        "suggest",
    };

    /// <summary>Whether one of the words stands in the text, as a whole one where its script has blanks.</summary>
    public static bool Any(IReadOnlyList<string> words, string text) => words.Any(word => Holds(text, word));

    /// <summary>How many of the words stand in it.</summary>
    public static int Count(IReadOnlyList<string> words, string text) => words.Count(word => Holds(text, word));

    /// <summary>Whether the text begins with a word that asks for something other than a number.</summary>
    public static bool AsksForText(string text)
    {
        var start = text.AsSpan().TrimStart();
        if (start.StartsWith("please ", StringComparison.OrdinalIgnoreCase)) start = start[7..];
        var length = 0;
        while (length < start.Length && char.IsLetter(start[length])) length++;
        return Other.Contains(start[..length].ToString());
    }

    private static bool Holds(string text, string word)
    {
        for (var at = Find(0); at >= 0; at = Find(at + 1))
        {
            var end = at + word.Length;
            var isWhole = Scripts.HasNoBlanks(word[0])
                || ((at == 0 || !Scripts.IsInWord(text[at - 1])) && (end == text.Length || !Scripts.IsInWord(text[end])));
            if (isWhole) return true;
        }

        return false;

        int Find(int start) => text.IndexOf(word, start, StringComparison.OrdinalIgnoreCase);
    }
}
