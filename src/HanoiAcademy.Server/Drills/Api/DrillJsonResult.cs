using HanoiAcademy.Drills.Wire;

namespace HanoiAcademy.Server.Drills.Api;

/// <summary>Answers in the drills' own JSON, which is what the hub sends too.</summary>
internal static class DrillJsonResult
{
    public static IResult Of<T>(T value, int status = StatusCodes.Status200OK) => Results.Json(value, DrillJson.Options, statusCode: status);
}
