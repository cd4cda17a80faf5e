namespace Miner.Mathematics.Tests.Answers.Equality;

/// <summary>Currencies that share a name or sign, connectives between words, families of values and other names of one thing.</summary>
internal sealed class SharedNamesTests
{
    [TestCase("$5 USD", "$5", true)]
    [TestCase("$5 AUD", "$5", true)]
    [TestCase("$5 USD", "$5 AUD", false)]
    [TestCase("US$5", "5 US dollars", true)]
    [TestCase("US$5", "5 U.S. dollars", true)]
    [TestCase("A$5", "5 Australian dollars", true)]
    [TestCase("A$5", "C$5", false)]
    [TestCase("R$5", "$5", false)]
    [TestCase("It costs US$5.", "It costs C$5.", false)]
    [TestCase(@"\boxed{\text{USD } 5}", "$5", true)]
    [TestCase("EUR 5", "5 €", true)]
    [TestCase("EUR 5", "5 USD", false)]
    [TestCase("US$5.50", "550 cents", true)]
    [TestCase("35元", "35 yuan", true)]
    [TestCase("35元", "35美元", false)]
    [TestCase("¥35", "35 yuan", true)]
    public void Equivalent_OfMoney_HeedsTheCountry(string left, string right, bool expected) =>
        AnswerAssert.Equivalent(left, right, expected);

    [TestCase("p and q", "p or q", false)]
    [TestCase(@"$p \lor q$", "p or q", true)]
    [TestCase(@"$p \land q$", @"$p \lor q$", false)]
    [TestCase("Alice and Bob", "Alice or Bob", false)]
    [TestCase("Alice or Bob", "Bob or Alice", true)]
    [TestCase("Alice, Bob", "Alice and Bob", true)]
    [TestCase("A and B or C", "A or B or C", false)]
    [TestCase("(A) and (C)", "A, C", true)]
    [TestCase("(A) and (C)", "(A) or (C)", false)]
    [TestCase("(A) and (C)", "(A) and (D)", false)]
    [TestCase("p if q", "q if p", false)]
    [TestCase(@"\boxed{p if q}", @"\boxed{q if p}", false)]
    [TestCase("A and B or C", "A and B or C", true)]
    [TestCase("2 and 3", "2 or 3", true)]
    [TestCase("x = 2 or x = 3", "x = 2 and x = 3", true)]
    [TestCase(@"$\pi$ or $e$", @"$\pi$ and $e$", true)]
    [TestCase("$-a$ or $a$", @"$\pm a$", true)]
    public void Equivalent_OfWordsWithOr_IsNotThatWithAnd(string left, string right, bool expected) =>
        AnswerAssert.Equivalent(left, right, expected);

    [TestCase(@"x = 2k\pi, k \in \mathbb{Z}", @"x = 2n\pi, n \in \mathbb{Z}", true)]
    [TestCase(@"x = k\pi \ (k \in \mathbb{Z})", @"x = n\pi, \text{ where } n \text{ is an integer}", true)]
    [TestCase(@"k\pi, k \in \mathbb{Z}", @"n\pi \text{ for any integer } n", true)]
    [TestCase(@"x = 2k\pi, k \in \mathbb{Z}", @"x = 2k\pi", true)]
    [TestCase(@"x = 2k\pi, k \in \mathbb{Z}", @"x = 2n\pi", false)]
    [TestCase(@"x = 2k\pi, k \in \mathbb{Z}", @"x = k\pi, k \in \mathbb{Z}", false)]
    [TestCase(@"x = 2k\pi, k \in \mathbb{Z}", @"x = 2k\pi, k \in \mathbb{N}", false)]
    [TestCase(@"x = \frac{k\pi}{n}, k \in \mathbb{Z}", @"x = \frac{m\pi}{n}, m \in \mathbb{Z}", true)]
    [TestCase(@"x = \frac{k\pi}{n}, k \in \mathbb{Z}", @"x = \frac{n\pi}{k}, n \in \mathbb{Z}", false)]
    [TestCase(@"k > 2, k \in \mathbb{Z}", @"n > 2, n \in \mathbb{Z}", false)]
    [TestCase(@"k = 2, k \in \mathbb{Z}", @"n = 2, n \in \mathbb{Z}", false)]
    [TestCase(@"k(k+1), k \in \mathbb{Z}", @"n(n+1), n \in \mathbb{Z}", false, Description = "k could be a function")]
    [TestCase(@"(3, k \in \mathbb{Z})", @"(3, n \in \mathbb{Z})", false)]
    public void Equivalent_OfFamilies_IsWhateverTheirIntegerIsCalled(string left, string right, bool expected) =>
        AnswerAssert.Equivalent($@"\boxed{{{left}}}", $@"\boxed{{{right}}}", expected);

    [TestCase("\\boxed{三十五}", "35", true)]
    [TestCase("二分之一", "0.5", true)]
    [TestCase("\\boxed{十二}", "\\boxed{二十}", false)]
    [TestCase("35公里", "35000米", true)]
    [TestCase("35公里", "35米", false)]
    [TestCase("3万", "30000", true)]
    [TestCase("一共是3万", "30000", true)]
    [TestCase("三角形", "3", false)]
    [TestCase("35个", "35", true)]
    public void Equivalent_OfChineseNumbers_IsTheirValue(string left, string right, bool expected) =>
        AnswerAssert.Equivalent(left, right, expected);

    [TestCase(@"\boxed{36 \frac{\text{km}}{\text{h}}}", "10 m/s", true)]
    [TestCase(@"\boxed{60 \frac{\text{m}}{\text{min}}}", "1 m/s", true)]
    [TestCase(@"\boxed{3000\text{ ms}}", "3 seconds", true)]
    [TestCase(@"\boxed{8 MB}", "8 megabytes", true)]
    [TestCase(@"\boxed{about 5 km}", "5 km", true)]
    [TestCase(@"\boxed{January 5, 2020}", "5 January 2020", true)]
    [TestCase(@"\boxed{5 m/s^2}", "5 m/s²", true)]
    [TestCase(@"\boxed{3 to 4}", "3:4", true)]
    [TestCase(@"\boxed{C) 12}", "12", true)]
    [TestCase(@"\boxed{2ab}", @"\boxed{2ba}", true)]
    [TestCase(@"\boxed{1\frac{591}{1000}}", "1.591", true)]
    [TestCase(@"\boxed{30^\circ}", @"\boxed{\frac{\pi}{6}}", true)]
    [TestCase("30 degrees", @"$\frac{\pi}{6}$ radians", true)]
    [TestCase("30 degrees", @"$\frac{\pi}{3}$ radians", false)]
    [TestCase("30 radians", @"\boxed{\frac{\pi}{6}}", false)]
    [TestCase(@"\boxed{0x1F}", @"\boxed{1F_{16}}", true)]
    [TestCase(@"\boxed{0x1F}", @"\boxed{0x1E}", false)]
    [TestCase(@"\boxed{5!!}", @"\boxed{5!}", false)]
    [TestCase("(2n)!", "2n", false)]
    [TestCase("n!", "n", false)]
    [TestCase("Yes!", "yes", true)]
    [TestCase(@"\boxed{\{1,2\}}", @"\boxed{\{\{1\},\{2\}\}}", false)]
    [TestCase(@"\boxed{\{\{1\},\{2\}\}}", @"\boxed{\{\{2\},\{1\}\}}", true)]
    [TestCase(@"\boxed{\neg p}", @"\boxed{¬p}", true)]
    public void Equivalent_OfOtherForms_IsWhatTheyMean(string left, string right, bool expected) =>
        AnswerAssert.Equivalent(left, right, expected);
}
