using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Miner.Api.Controllers;

/// <summary>What all controllers share: a key is needed unless an action says otherwise, and everything is JSON.</summary>
[ApiController]
[Authorize]
public abstract class MinerController : ControllerBase;
