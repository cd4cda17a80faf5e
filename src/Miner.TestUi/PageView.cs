using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Miner.TestUi;

/// <summary>A view as the answer to a request.</summary>
internal static class PageView
{
    /// <param name="parameters">An object with a property for each of the view's parameters.</param>
    public static RazorComponentResult<TView> View<TView>(object parameters)
        where TView : IComponent => new(parameters);
}
