using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Formatters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Options;
using Miner.Api.Documentation;
using Miner.Api.Errors;
using Miner.Api.Limits;
using Miner.Api.Routing;
using Miner.Api.Security;
using Miner.Api.Settings;
using Miner.Api.Spending;
using Miner.Api.Telemetry;

namespace Miner.Api;

/// <summary>What the API itself is made of.</summary>
internal static class ApiServices
{
    public static IServiceCollection AddMinerApi(this IServiceCollection services, MinerSettings settings) => services
        .AddSingleton(settings.Server)
        .AddSingleton(settings.History)
        .AddSingleton(settings.Answering)
        .AddSingleton(settings.Playbook)
        .AddSingleton(settings.Recording)
        .AddErrors()
        .AddSecurity(settings)
        .AddLimits(settings)
        .AddSpending(settings.Budgets)
        .AddContracts()
        .AddRequestTracing(settings.Telemetry)
        .AddMetricsEndpoint(settings.Server)
        .AddMapping(settings)
        .AddOpenApiDocument();

    private static IServiceCollection AddErrors(this IServiceCollection services) => services
        .AddSingleton<IProblemDetailsWriter, ProblemJsonWriter>()
        .AddProblemDetails(options => options.CustomizeProblemDetails = Problems.Complete)
        .AddExceptionHandler<MinerExceptionHandler>();

    private static IServiceCollection AddSecurity(this IServiceCollection services, MinerSettings settings)
    {
        services.AddReloadable(settings.ApiKeys).AddSingleton<ApiKeys>().AddSingleton<WrongKeys>().AddSingleton<SecurityLog>();
        // Not AddAuthentication, which has a key ring made and kept for cookies that nobody is given.
        services.AddAuthenticationCore(options => options.DefaultScheme = ApiKeyAuthentication.SchemeName).AddWebEncoders();
        new AuthenticationBuilder(services)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(ApiKeyAuthentication.SchemeName, configureOptions: null);
        services.AddAuthorization();
        services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
            .WithOrigins([.. settings.Server.CorsAllowedOrigins])
            .WithMethods("GET", "POST", "DELETE")
            .WithHeaders("Content-Type", ApiKeyAuthentication.Header)));
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.ForwardLimit = null;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var network in settings.Server.TrustedProxies) options.KnownIPNetworks.Add(network);
        });
        return services;
    }

    private static IServiceCollection AddLimits(this IServiceCollection services, MinerSettings settings) =>
        services
            .AddReloadable(settings.RequestLimits)
            .AddSingleton<RequestLimiter>()
            .AddSingleton<AddressConnections>()
            .AddSingleton(_ => LoadShedding.Slots(settings.Server));

    private static IServiceCollection AddContracts(this IServiceCollection services)
    {
        services
            .AddControllers(options =>
            {
                // The contract's own attributes say what is required, and in the contract's words.
                options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
                options.ModelBindingMessageProvider.SetMissingRequestBodyRequiredValueAccessor(
                    () => FieldError.Text("missing", "A JSON object is required."));
                options.ModelMetadataDetailsProviders.Add(new SystemTextJsonValidationMetadataProvider(JsonNamingPolicy.SnakeCaseLower));
                // Nothing is bound from forms, and what they hold (or names like "a[" in a query) makes their readers throw.
                options.ValueProviderFactories.Clear();
                options.ValueProviderFactories.Add(new RouteValueProviderFactory());
                options.ValueProviderFactories.Add(new QueryStringValueProviderFactory());
                options.ModelBinderProviders.Insert(0, new QueryValueBinderProvider());
                options.OutputFormatters.RemoveType<StringOutputFormatter>();
                options.OutputFormatters.Insert(0, new ProblemJsonFormatter());
                options.OutputFormatters.OfType<SystemTextJsonOutputFormatter>().Single().SupportedMediaTypes.Remove("text/json");
                var input = options.InputFormatters.OfType<SystemTextJsonInputFormatter>().Single();
                input.SupportedMediaTypes.Remove("text/json");
                foreach (var other in input.SupportedEncodings.OfType<UnicodeEncoding>().ToList()) input.SupportedEncodings.Remove(other);
            })
            .ConfigureApiBehaviorOptions(options => options.InvalidModelStateResponseFactory = InvalidRequest)
            .AddJsonOptions(options =>
            {
                // What is wrong is told by the exception itself; its words are not for callers.
                options.AllowInputFormatterExceptionMessages = false;
                Configure(options.JsonSerializerOptions);
            });

        // The OpenAPI document is made by these, answers by those above.
        return services.ConfigureHttpJsonOptions(options => Configure(options.SerializerOptions));
    }

    private static void Configure(JsonSerializerOptions json)
    {
        json.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        json.PropertyNameCaseInsensitive = false;
        json.NumberHandling = JsonNumberHandling.Strict;
        json.RespectNullableAnnotations = true;
        json.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
    }

    private static IServiceCollection AddMapping(this IServiceCollection services, MinerSettings settings) => services.AddAutoMapper(
        mapping => mapping.LicenseKey = settings.Server.AutoMapperLicenseKey, typeof(ApiServices).Assembly);

    private static ObjectResult InvalidRequest(ActionContext context)
    {
        var parameters = context
            .ActionDescriptor.Parameters.Where(parameter => parameter.BindingInfo?.BindingSource is not null)
            .ToList();
        var sources = parameters.ToDictionary(
            parameter => parameter.BindingInfo!.BinderModelName ?? parameter.Name,
            parameter => parameter.BindingInfo!.BindingSource!);
        var body = parameters.Find(parameter => parameter.BindingInfo!.BindingSource == BindingSource.Body)?.ParameterType;
        var json = context.HttpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.JsonSerializerOptions;
        var problem = new InvalidRequestProblem
        {
            Status = StatusCodes.Status422UnprocessableEntity,
            Title = "Unprocessable Content",
            Detail = "Something in the request is wrong; errors names each field.",
            Errors = FieldError.From(context.ModelState, sources, path => ExpectedValue.At(body ?? typeof(object), path, json)),
        };
        Problems.Complete(new ProblemDetailsContext { HttpContext = context.HttpContext, ProblemDetails = problem });
        return new ObjectResult(problem) { StatusCode = problem.Status, ContentTypes = { Problems.MediaType } };
    }
}
