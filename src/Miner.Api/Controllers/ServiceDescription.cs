using Miner.Api.Contracts;

namespace Miner.Api.Controllers;

/// <summary>What <c>/</c> answers: the endpoints by group, each with what it does.</summary>
internal static class ServiceDescription
{
    public static ServiceResponse Of(string minerName, HealthFeatures features, bool docsEnabled) => new(
        minerName,
        Status: "running",
        Architecture: "unified component API with conversation history and playbook",
        features,
        Endpoints: new Dictionary<string, string>
        {
            ["POST /complete"] = "answer the queries",
            ["POST /refine"] = "improve previous outputs",
            ["POST /feedback"] = "review previous outputs",
            ["POST /human_feedback"] = "learn from the user's words",
            ["POST /summary"] = "summarise previous outputs",
            ["POST /aggregate"] = "majority vote over previous outputs",
            ["POST /internet_search"] = "search the web",
        },
        ConversationManagement: new Dictionary<string, string>
        {
            ["GET /conversations"] = "list conversations",
            ["GET /conversations/{cid}"] = "get a conversation",
            ["DELETE /conversations/{cid}"] = "delete a conversation, with ?playbook=true its playbook too",
        },
        PlaybookEndpoints: new Dictionary<string, string>
        {
            ["GET /playbook/{cid}"] = "get the playbook's entries",
            ["GET /playbook/{cid}/context"] = "get the playbook as a model reads it",
            ["DELETE /playbook/{cid}"] = "forget what is known of a user",
        },
        OtherEndpoints: new Dictionary<string, string>(
        [
            KeyValuePair.Create("GET /health", "whether the miner can work"),
            KeyValuePair.Create("GET /capabilities", "what the miner offers"),
            KeyValuePair.Create("GET /stats", "how the miner has done"),
            KeyValuePair.Create("GET /calls", "list recorded calls"),
            KeyValuePair.Create("GET /calls/{trace_id}", "get a recorded call"),
            KeyValuePair.Create("DELETE /calls", "forget recorded calls"),
            KeyValuePair.Create("GET /metrics", "the same for Prometheus"),
            .. docsEnabled ? Pages : [],
            KeyValuePair.Create("GET /openapi.json", "the OpenAPI document"),
        ]));

    private static KeyValuePair<string, string>[] Pages =>
        [KeyValuePair.Create("GET /docs", "Swagger UI"), KeyValuePair.Create("GET /redoc", "ReDoc")];
}
