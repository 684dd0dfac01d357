using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Html.Parser;
using HanoiAcademy.Server.Tests.Site;

namespace HanoiAcademy.Server.Tests.Contributions;

/// <summary>The least that is a drill, as a folder in a ZIP, and the ways in which a browser sends files.</summary>
internal static class SmallScenario
{
    public const string Title = "Letters from Norvia";

    public static Dictionary<string, string> Files(string id = "letters-from-norvia") => new()
    {
        ["scenario.yaml"] = $$"""
            schema: 1
            id: {{id}}
            title: {{Title}}
            teams:
              - { id: company, name: Company }
              - { id: bank, name: Bank }
            """,
        ["injects/010-first-call.md"] = """
            ---
            subject: A first call
            at: 0m
            to: [company]
            expected:
              - { by: company.players, observe: calls back on a known number }
            ---
            Somebody calls and asks for money.
            """,
    };

    public static byte[] Zip(Dictionary<string, string>? files = null)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (path, text) in files ?? Files())
            {
                using var stream = zip.CreateEntry(path).Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }

        return bytes.ToArray();
    }

    /// <summary>Sends a file as the page's form does.</summary>
    public static async Task<HttpResponseMessage> SendFileAsync(this Visitor visitor, string address, byte[] file, string fileName, Dictionary<string, string>? fields = null)
    {
        var page = await (await visitor.GetAsync(address.Split('?')[0])).ShouldBeAsync(HttpStatusCode.OK);
        var token = new HtmlParser().ParseDocument(page).QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        var form = new MultipartFormDataContent { { content, "Chosen", fileName }, { new StringContent(token), "__RequestVerificationToken" } };
        foreach (var (name, value) in fields ?? [])
            form.Add(new StringContent(value), name);
        return await visitor.Http.PostAsync(address, form);
    }

    /// <summary>A contribution of this scenario; its id.</summary>
    public static async Task<string> ContributeAsync(Visitor author, Dictionary<string, string>? files = null)
    {
        var answer = await author.SendFileAsync("/contributions/upload", Zip(files), "letters.zip");
        await answer.ShouldBeAsync(HttpStatusCode.Redirect);
        return answer.Headers.Location!.OriginalString["/contributions/".Length..];
    }
}
