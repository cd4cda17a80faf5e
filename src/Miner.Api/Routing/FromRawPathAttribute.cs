using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Miner.Api.Errors;

namespace Miner.Api.Routing;

/// <summary>
/// Binds a string to the second segment of the request target as the caller sent it: the <c>cid</c> of <c>/conversations/{cid}</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class FromRawPathAttribute : ModelBinderAttribute
{
    public FromRawPathAttribute()
        : base(typeof(Binder)) => BindingSource = BindingSource.Path;

    private sealed class Binder : IModelBinder
    {
        private const int SegmentIndex = 1;

        public Task BindModelAsync(ModelBindingContext bindingContext)
        {
            var target = bindingContext.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
            if (RawPath.Segment(target, SegmentIndex) is { } segment) bindingContext.Result = ModelBindingResult.Success(segment);
            else
                bindingContext.ModelState.AddModelError(
                    bindingContext.ModelName,
                    FieldError.Text("string_unicode", "This is not percent-encoded UTF-8."));
            return Task.CompletedTask;
        }
    }
}
