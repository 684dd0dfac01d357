using System.Text.Json.Serialization;
using Microsoft.OpenApi;

namespace HanoiAcademy.Server.Api;

internal static class ApiFeature
{
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        // A body that cannot be read is the caller's mistake: an answer, not an exception.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            options.SerializerOptions.RespectNullableAnnotations = true; // A null where none may stand is refused, not met later.
        });
        services.AddOpenApi("v1", options =>
        {
            options.ShouldInclude = description => description.RelativePath?.StartsWith(ApiPaths.Root[1..], StringComparison.Ordinal) == true;
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info.Title = "Hanoi Academy";
                document.Info.Description =
                    "Scripts send a token of their account as a bearer token. Browser code sends the account's cookie, and with every unsafe call the request token of GET /api/v1/session. "
                    + "Errors are ProblemDetails with a stable code.";
                (document.Components ??= new OpenApiComponents()).SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
                {
                    ["token"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" },
                };
                return Task.CompletedTask;
            });
            options.AddOperationTransformer((operation, context, _) =>
            {
                if (ApiPaths.IsUnsafe(context.Description.HttpMethod ?? HttpMethods.Get))
                    (operation.Parameters ??= []).Add(IdempotencyKeyParameter());
                return Task.CompletedTask;
            });
        });
        return services;
    }

    /// <summary>Errors of programs' addresses as ProblemDetails, and bodies that can be read twice (once bound, once hashed).</summary>
    public static IApplicationBuilder UseApi(this IApplicationBuilder app) => app.UseWhen(ApiPaths.IsForPrograms, api =>
    {
        api.UseExceptionHandler(broken => broken.Run(http => ApiProblem.OfStatus(StatusCodes.Status500InternalServerError).ExecuteAsync(http)));
        api.UseStatusCodePages(bare => ApiProblem.OfStatus(bare.HttpContext.Response.StatusCode).ExecuteAsync(bare.HttpContext));
        api.Use((http, next) =>
        {
            if (ApiPaths.IsUnsafe(http.Request.Method))
                http.Request.EnableBuffering();
            return next(http);
        });
    });

    /// <summary>The group of all endpoints for programs. What must hold for each of them stands here, once.</summary>
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        var api = endpoints.MapGroup(ApiPaths.Root)
            .AddEndpointFilter<RequestTokenFilter>()
            .AddEndpointFilter<IdempotencyFilter>()
            .ProducesProblem(StatusCodes.Status400BadRequest);
        Session.Map(api);
        return api;
    }

    private static OpenApiParameter IdempotencyKeyParameter() => new()
    {
        Name = IdempotencyFilter.Header,
        In = ParameterLocation.Header,
        Required = true,
        Description = "A new random value for each call; the same value when the call is repeated.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 16, MaxLength = 100 },
    };
}
