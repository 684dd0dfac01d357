using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text.Json;
using Microsoft.Net.Http.Headers;

namespace HanoiAcademy.Server.Language;

/// <summary>
/// The sentences that the browser code shows; the rest stays on the server. They are the largest thing that a live page fetches beside its script, and
/// hold nothing of anybody's, so that they may be compressed.
/// </summary>
internal sealed class ClientTexts(Texts texts)
{
    private const string Section = "client";
    private readonly ConcurrentDictionary<string, (byte[] Plain, byte[] Gzip)> _files = new(StringComparer.Ordinal);

    public IResult Answer(string language, HttpContext http)
    {
        if (!texts.Knows(language))
            return Results.NotFound();
        var (plain, gzip) = _files.GetOrAdd(language, Write);
        http.Response.Headers[HeaderNames.CacheControl] = "public, max-age=300";
        http.Response.Headers[HeaderNames.Vary] = HeaderNames.AcceptEncoding;
        var takesGzip = http.Request.GetTypedHeaders().AcceptEncoding.Any(encoding => encoding.Value == "gzip" && encoding.Quality is null or > 0);
        if (takesGzip)
            http.Response.Headers[HeaderNames.ContentEncoding] = "gzip";
        return Results.Bytes(takesGzip ? gzip : plain, "application/json; charset=utf-8");
    }

    private (byte[] Plain, byte[] Gzip) Write(string language)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(texts.Section(language, Section), JsonSerializerOptions.Web);
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
            gzip.Write(plain);
        return (plain, packed.ToArray());
    }
}
