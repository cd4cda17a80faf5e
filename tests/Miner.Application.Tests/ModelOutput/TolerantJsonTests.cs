using Miner.Application.ModelOutput.Json;
using Miner.Application.ModelOutput.Tolerant;

namespace Miner.Application.Tests.ModelOutput;

/// <summary>What is repaired, kind by kind.</summary>
public sealed class TolerantJsonTests
{
    [TestCase("""{"a": [1, 2""", """{"a":[1,2]}""")]
    [TestCase("""{"a": "b""", """{"a":"b"}""")]
    [TestCase("""{"a": "b", "c""", """{"a":"b"}""")]
    [TestCase("""{"a": "b", "c":""", """{"a":"b","c":null}""")]
    [TestCase("""{"a": tru""", """{"a":true}""")]
    [TestCase("""[false, nul""", "[false,null]")]
    [TestCase("""{"a": 12.""", """{"a":12}""")]
    [TestCase("""{"a": 1.5e+""", """{"a":1.5}""")]
    [TestCase("""[1, -""", "[1,null]")]
    [TestCase("[", "[]")]
    public void Parse_WhenTheTextIsCut_KeepsWhatThereIs(string text, string expected) => AssertParses(text, expected);

    [TestCase("""{a": "b", 'c: 1}""", """{"a":"b","c":1}""")]
    [TestCase("""{""a"": ""b""}""", """{"a":"b"}""")]
    [TestCase("""{"a": "b"", "c": ""}""", """{"a":"b","c":""}""")]
    [TestCase("""{"a": "b, "c": "d"}""", """{"a":"b","c":"d"}""")]
    [TestCase("{\"a\": \"b\n\"c\": \"d\"}", """{"a":"b","c":"d"}""")]
    [TestCase("""["a, b", "c]""", """["a, b","c"]""")]
    [TestCase("""["x", a","b"]""", """["x","a","b"]""")]
    [TestCase("""{'a': 'it's', “b”: ‘c’, `d`: “e"}""", """{"a":"it's","b":"c","d":"e"}""")]
    [TestCase("""{"a": "say "x", "y" and "z" now", "b": "19" screen"}""", """{"a":"say \"x\", \"y\" and \"z\" now","b":"19\" screen"}""")]
    [TestCase("""{"a": "{"b": [1, "c"]}", "d": "use {"e"} here"}""", """{"a":"{\"b\": [1, \"c\"]}","d":"use {\"e\"} here"}""")]
    [TestCase("""{""a": 1, "b"": 2, "c: ["d"], "e: {"f": 3}}""", """{"a":1,"b":2,"c":["d"],"e":{"f":3}}""")]
    [TestCase("""{"a": b, c.", "d": say 1, 2.\nThen \"e\"!", "f": g"}""", """{"a":"b, c.","d":"say 1, 2.\nThen \"e\"!","f":"g"}""")]
    [TestCase("""["a b, "c"]""", """["a b","c"]""")]
    [TestCase("""["a", b c", "d"]""", """["a","b c","d"]""")]
    [TestCase("""["He said "hi", she said "ho"", "x"]""", """["He said \"hi\", she said \"ho\"","x"]""")]
    [TestCase("""{"a": ["b", "c d], "e": "f"}""", """{"a":["b","c d"],"e":"f"}""")]
    [TestCase("""{"a": [{"b": "c}, {"b": "d}], "e": "f}""", """{"a":[{"b":"c"},{"b":"d"}],"e":"f"}""")]
    [TestCase("""{"a": "use [0]], then {x}}", "b": "c"}""", """{"a":"use [0]], then {x}}","b":"c"}""")]
    [TestCase("""{"a": ""Yes" is the answer", "b": ""No""}""", """{"a":"\"Yes\" is the answer","b":"No"}""")]
    [TestCase("{\"a\": \"b\n, \"c\": 1}", """{"a":"b","c":1}""")]
    [TestCase("{\"a\": \"x\n\ty\u0001\"}", """{"a":"x\n\ty\u0001"}""")]
    public void Parse_WhenQuotesAreWrong_FindsTheStrings(string text, string expected) => AssertParses(text, expected);

    [TestCase("""{"a": 1 "b": true "c": "d" "e": {} "f": [] "g": 2}""", """{"a":1,"b":true,"c":"d","e":{},"f":[],"g":2}""")]
    [TestCase("""["a" "b" 3 4 {"c": 5} [6]]""", """["a","b",3,4,{"c":5},[6]]""")]
    [TestCase("[1\n2\n]", "[1,2]")]
    [TestCase("""[,1,,2,]""", "[1,2]")]
    [TestCase("""{,"a": 1,, "b": 2,}""", """{"a":1,"b":2}""")]
    [TestCase("""{"a" "b", "c" 1, "d" true, "e" {}}""", """{"a":"b","c":1,"d":true,"e":{}}""")]
    [TestCase("""{"a""b","c"1,"d"{"e":2},"f"["g"],"h""i"}""", """{"a":"b","c":1,"d":{"e":2},"f":["g"],"h":"i"}""")]
    [TestCase("""{"a":1"b":true"c":-2.5"d":[3[4]]}""", """{"a":1,"b":true,"c":-2.5,"d":[3,[4]]}""")]
    [TestCase("[true false null]", "[true,false,null]")]
    [TestCase("""{"a":1;"b":2;}""", """{"a":1,"b":2}""")]
    [TestCase("""{"a": : "b"}""", """{"a":"b"}""")]
    [TestCase("1, 2, 3]", "[1,2,3]")]
    [TestCase("""{"a" = 1, "b" => 2}""", """{"a":1,"b":2}""")]
    [TestCase("""{"a"："b"，"c"：1}""", """{"a":"b","c":1}""")]
    [TestCase("""{"a": , "b": }""", """{"a":null,"b":null}""")]
    [TestCase("""{"a", "b": 1}""", """{"a":null,"b":1}""")]
    public void Parse_WhenCommasAndColonsAreWrong_FindsTheParts(string text, string expected) => AssertParses(text, expected);

    [TestCase("""[{"a": 1], {"b": 2}]""", """[{"a":1},{"b":2}]""")]
    [TestCase("""[{"a": 1, {"b": 2}]""", """[{"a":1},{"b":2}]""")]
    [TestCase("""{"a": [1, 2}, "b": 3}""", """{"a":[1,2],"b":3}""")]
    [TestCase("""{"a": [1, 2, "b": 3}""", """{"a":[1,2],"b":3}""")]
    [TestCase("""{"a": "x"}, "b": "y"}""", """{"a":"x","b":"y"}""")]
    [TestCase("""{"a": {"b": 1]}}]}""", """{"a":{"b":1}}""")]
    [TestCase("""{{"a": 1}}""", """{"a":1}""")]
    [TestCase("""["a": 1""", """[{"a":1}]""")]
    [TestCase("""[{"a": 1}, "b": "x"}]""", """[{"a":1},{"b":"x"}]""")]
    [TestCase("""{"a": {{"b": 1}}, "c": 2}""", """{"a":{"b":1},"c":2}""")]
    [TestCase("""{"a": ["b"]], "c": 1}""", """{"a":["b"],"c":1}""")]
    [TestCase("""[{"a": 1}}, {"b": 2}]""", """[{"a":1},{"b":2}]""")]
    [TestCase("""{"a": 1, {"b": 2}, "c": 3}""", """{"a":1,"c":3}""")]
    public void Parse_WhenBracketsAreWrong_ClosesWhatIsOpen(string text, string expected) => AssertParses(text, expected);

    [TestCase("{'a': True, 'b': False, 'c': None}", """{"a":true,"b":false,"c":null}""")]
    [TestCase("{a: undefined, b: NaN, c: (1, 2), d: TRUE}", """{"a":null,"b":"NaN","c":[1,2],"d":true}""")]
    [TestCase("[.5, 5., +1, -.5e3, 0xFF, 1.e3, 1e, 2.5e-]", "[0.5,5,1,-0.5e3,255,1e3,1,2.5]")]
    [TestCase("[007, 0.0.1, 2024-10-18, 1/2, 50%, 12 apples, 0x]", """["007","0.0.1","2024-10-18","1/2","50%","12 apples","0x"]""")]
    [TestCase("{url: https://a.b/c?d=1#e, time: 12:30, n: foo bar}", """{"url":"https://a.b/c?d=1#e","time":"12:30","n":"foo bar"}""")]
    [TestCase("[a, b c, f(x), d[0]]", """["a","b c","f(x)","d[0]"]""")]
    [TestCase("{a: /[a-z]+/, phone: (555) 123-4567}", """{"a":"/[a-z]+/","phone":"(555) 123-4567"}""")]
    [TestCase("{a}", "{}")]
    public void Parse_WhenWordsHaveNoQuotes_ReadsThem(string text, string expected) => AssertParses(text, expected);

    [TestCase("{\"a\": 1, // one\n \"b\": 2 /* two */, # three\n \"c\": [3, # four\n 4]}", """{"a":1,"b":2,"c":[3,4]}""")]
    [TestCase("{\"color\": #fff, \"colors\": [#000, #123]}", """{"color":"#fff","colors":["#000","#123"]}""")]
    [TestCase("{\"a\":1/* b */,\"c\":2// d\n}", """{"a":1,"c":2}""")]
    [TestCase("{\"a\": b // c\n}", """{"a":"b"}""")]
    [TestCase("/* a */ [1] // b", "[1]")]
    [TestCase("[1, /* never closed", "[1]")]
    [TestCase("[1, 2, ...]", "[1,2]")]
    [TestCase("[..., 8, …, 9, ... ]", "[8,9]")]
    [TestCase("""{..., "a": 1, ...}""", """{"a":1}""")]
    public void Parse_WhenThereAreCommentsAndEllipses_DropsThem(string text, string expected) => AssertParses(text, expected);

    [TestCase("""callback({"a": 1});""", """{"a":1}""")]
    [TestCase("""/**/ cb ([1])""", "[1]")]
    [TestCase(
        """{"id": ObjectId("5f"), "n": NumberLong(2), "d": new Date("2020"), "e": f()}""",
        """{"id":"5f","n":2,"d":"2020","e":null}""")]
    [TestCase("""{"a": "b" + 'c' + "d", "e": "f" +}""", """{"a":"bcd","e":"f"}""")]
    [TestCase("{\"a\": \"\"\"x \"y\"\nz\"\"\", \"b\": 1}", """{"a":"x \"y\"\nz","b":1}""")]
    [TestCase("{\"a\": ```js\nf();\n```, \"b\": ```json\n[1]\n```}", """{"a":"f();","b":[1]}""")]
    public void Parse_WhenOtherLanguagesShowThrough_ReadsTheirValues(string text, string expected) => AssertParses(text, expected);

    [TestCase("""{\"a\":1, \"b\":\"x\\ny\"}""", """{"a":1,"b":"x\ny"}""")]
    [TestCase("""{\\\"a\\\":[\\\"b\\\"]}""", """{"a":["b"]}""")]
    [TestCase("""{\"a\": "b"}""", """{"a":"b"}""")]
    [TestCase("""[\u0022a\u0022]""", """["a"]""")]
    [TestCase("""{\n  \"a\": 1\n}""", """{"a":1}""")]
    [TestCase("""{"a": "\d+ \(x\) \'y\' \u12G4 \x41 C:\dir", }""", """{"a":"\\d+ \\(x\\) 'y' \\u12G4 A C:\\dir"}""")]
    public void Parse_WhenEscapesAreWrong_KeepsTheText(string text, string expected) => AssertParses(text, expected);

    [TestCase("{\"a\":1}\n{\"a\":2}\n", """[{"a":1},{"a":2}]""")]
    [TestCase("""{"a":1}{"b":2},[3]""", """[{"a":1},{"b":2},[3]]""")]
    [TestCase("1, 2\n3", "[1,2,3]")]
    [TestCase("\"a\"\n\"b\"", """["a","b"]""")]
    [TestCase("""Here it is: {"a": 1,} I hope {"b": 2} helps""", """{"a":1}""")]
    [TestCase("Sure [1]:\n```json\n{\"a\": 1}\n```\nDone.", """{"a":1}""")]
    [TestCase("\"a\": 1, \"b\": 2", """{"a":1,"b":2}""")]
    [TestCase("None", "null")]
    public void Parse_WhenValuesStandInOtherText_FindsThem(string text, string expected) => AssertParses(text, expected);

    [TestCase("")]
    [TestCase("  \n")]
    [TestCase("Just prose, with a comma.")]
    [TestCase("// only a comment")]
    [TestCase("]}")]
    [TestCase("```")]
    public void Parse_WhenThereIsNoValue_GivesNull(string text) => Assert.That(TolerantJson.Parse(text), Is.Null);

    private static void AssertParses(string text, string expected)
    {
        var tree = TolerantJson.Parse(text);

        Assert.That(tree, Is.Not.Null);
        Assert.That(JsonTreeWriter.Write(tree!, indented: false, enough: 1_000), Is.EqualTo(expected));
    }
}
