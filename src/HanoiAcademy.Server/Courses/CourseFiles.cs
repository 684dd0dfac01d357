using Microsoft.Net.Http.Headers;

namespace HanoiAcademy.Server.Courses;

/// <summary>Pictures of a course, from memory: no address a browser sends is ever joined to a path of the disk.</summary>
internal static class CourseFiles
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".gif"] = "image/gif",
        [".webp"] = "image/webp",
        [".svg"] = "image/svg+xml",
    };

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/courses/{course}/files/{**path}", (string course, string path, CourseShelf shelf, HttpResponse response) =>
        {
            if (shelf.Catalogue.Find(course) is not { } edition || !Types.TryGetValue(Path.GetExtension(path), out var type) || edition.Folder.Find(path) is not { } file)
                return Results.NotFound();
            // A drawing opened by itself is a document and could run what it carries: here it may do nothing.
            response.Headers[HeaderNames.ContentSecurityPolicy] = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
            response.Headers[HeaderNames.CacheControl] = "public, max-age=3600";
            return Results.Bytes(file.Bytes, type, entityTag: new EntityTagHeaderValue($"\"{edition.Course.Hash[..32]}\""));
        }).AllowAnonymous().ExcludeFromDescription();
}
