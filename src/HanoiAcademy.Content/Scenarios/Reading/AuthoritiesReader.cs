using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Content.Scenarios.Reading;

internal static class AuthoritiesReader
{
    public static Authority Read(Item i) => new()
    {
        Id = i.Id(Thing.Authority),
        Name = i.Text("name"),
        State = i.Refer("state", Thing.State),
        Kind = i.Word("kind", Words.AuthorityKind),
        PlayedBy = i.ReferEach("playedBy", Thing.Role),
        Channels = i.WordsOf("channels", Words.Channel),
        Competent = i.WordsOf("competent", Words.RequestKind),
        ForwardTo = i.ReferOrNull("forwardTo", Thing.Authority),
        InRegister = i.Fields.Bool("inRegister", orElse: true),
        Telephone = i.Fields.TextOrNull("telephone") ?? "",
        Mail = i.Fields.TextOrNull("mail") ?? "",
        Hours = i.TextOrEmpty("hours"),
        OfficeHours = i.OneOrNull("officeHours", "office hours", ProfileReader.Hours),
        OffersIn = i.ReferEach("offersIn", Thing.State),
        TellsUsers = i.Fields.Bool("tellsUsers"),
    };
}
