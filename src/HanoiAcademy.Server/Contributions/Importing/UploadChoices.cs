using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using HanoiAcademy.Content.Exchange;
using HanoiAcademy.Content.Exchange.Msel;
using HanoiAcademy.Content.Problems;

namespace HanoiAcademy.Server.Contributions.Importing;

/// <summary>What an uploader has chosen so far; kept with the upload, so that a page that is loaded again has lost nothing.</summary>
/// <param name="StartEx">As a form sends it: "2027-03-02T09:00"; empty: as the file says.</param>
/// <param name="Mapping">JSON of a column mapping; empty: as proposed.</param>
/// <param name="Taken">Of our workbook onto a contribution: the keys of the changes that are wanted; null: all.</param>
internal sealed record UploadChoices(string Title = "", string Id = "", string Language = "", string StartEx = "", string Mapping = "", IReadOnlyList<string>? Taken = null)
{
    private const string Moment = "yyyy-MM-dd'T'HH:mm";

    /// <summary>As chosen, else the usual one.</summary>
    [JsonIgnore]
    public string TextLanguage => Language.Length > 0 ? Language : TextLanguages.Usual;

    public string Write() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    public static UploadChoices Read(string json) => JsonSerializer.Deserialize<UploadChoices>(json, JsonSerializerOptions.Web) ?? new();

    /// <summary>Null when none is chosen, or it cannot be read (a mapping that we wrote ourselves always can).</summary>
    public ColumnMapping? Columns() => Mapping.Length == 0 ? null : ColumnMappingJson.Read(Mapping, new ProblemList());

    public ImportOrder Order(ImportLook look) => new(
        Id.Length > 0 ? Id : look.ProposedId,
        Title.Length > 0 ? Title : look.ProposedTitle,
        TextLanguage,
        Columns() ?? look.Mapping,
        Start());

    public DateTime? Start() => DateTime.TryParseExact(StartEx, [Moment, Moment + ":ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var start) ? start : null;
}
