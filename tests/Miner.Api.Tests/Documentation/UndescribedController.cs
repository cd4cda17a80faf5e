using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Miner.Api.Controllers;

namespace Miner.Api.Tests.Documentation;

public sealed record Thing(string Name);

/// <summary>An endpoint as somebody adds it who has not looked at the documentation yet. Only hosts that ask for it have it.</summary>
[Tags("New")]
public sealed class UndescribedController : MinerController
{
    /// <summary>Take a new thing.</summary>
    [HttpPost("/new/{thing}", Name = "TakeNewThing"), AllowAnonymous]
    [ProducesResponseType(StatusCodes.Status200OK)]
    public ActionResult<Thing> Take(string thing, Thing body) => Ok(body with { Name = thing });
}
