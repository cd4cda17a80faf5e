namespace Miner.Client.Tests;

internal static class Samples
{
    public const string Answer =
        """{"cid":"c","task":"t","input":[{"user_query":"q"}],"output":{"immediate_response":"a","""
            + """ "notebook":"no update"},"component":"complete"}""";

    public static ComponentRequest Request { get; } = new() { Cid = "c", Task = "t", Input = [new QueryItem { UserQuery = "q" }] };

    /// <summary>A problem as the service writes it; a 422 names a field.</summary>
    public static string Problem(int status)
    {
        const string wrong = ""","errors":[{"loc":["body","input",0,"user_query"],"msg":"Blank.","type":"string_too_short"}]""";
        var errors = status == 422 ? wrong : "";
        return $$"""{"type":"about:blank","title":"A title","status":{{status}},"detail":"A sentence.","trace_id":"abc"{{errors}}}""";
    }
}
