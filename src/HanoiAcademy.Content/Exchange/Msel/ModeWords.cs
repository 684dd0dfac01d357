using HanoiAcademy.Content.Exchange.Times;

namespace HanoiAcademy.Content.Exchange.Msel;

/// <summary>The channels of a drill, by what other tools and people call them.</summary>
internal static class ModeWords
{
    private static readonly (string Channel, string[] Words)[] All =
    [
        ("social", ["social", "twitter", "facebook", "tweet", "telegram", "reseaux sociaux", "redes sociales", "redes sociais", "soziale", "mang xa hoi", "التواصل الاجتماعي", "социальн", "соцсет", "社交", "微博", "sosial", "linkedin", "weibo", "zalo", "instagram", "youtube"]),
        ("news", ["news", "press", "media", "tv", "television", "newspaper", "gallery", "broadcast", "article", "presse", "prensa", "imprensa", "journal", "noticia", "nachrichten", "zeitung", "bao chi", "tin tuc", "truyen hinh", "الصحافه", "اخبار", "اعلام", "пресса", "сми", "новост", "新闻", "媒体", "电视", "berita", "pers"]),
        ("mail", ["mail", "e mail", "email", "letter", "fax", "courriel", "courrier", "lettre", "correo", "carta", "brief", "thu", "thu dien tu", "cong van", "بريد", "رساله", "почта", "письмо", "факс", "邮件", "信", "传真", "surel", "surat"]),
        ("call", ["phone", "telephone", "call", "voice", "radio", "mobile", "appel", "tel", "telefono", "llamada", "telefone", "ligacao", "telefon", "anruf", "funk", "dien thoai", "goi", "bo dam", "هاتف", "مكالمه", "اتصال", "لاسلكي", "телефон", "звонок", "радио", "电话", "无线电", "对讲机", "telepon", "panggilan"]),
        ("chat", ["chat", "sms", "text message", "instant", "whatsapp", "signal", "teams", "slack", "mattermost", "messagerie", "mensajeria", "tin nhan", "دردشه", "رساله نصيه", "чат", "смс", "短信", "聊天", "微信", "obrolan"]),
        ("alert", ["alert", "alarm", "siem", "edr", "ids", "system", "log", "ticket", "monitoring", "alerte", "alerta", "warnung", "canh bao", "انذار", "تنبيه", "тревог", "оповещ", "告警", "警报", "peringatan", "notification"]),
        ("note", ["in person", "person", "verbal", "oral", "face to face", "handout", "paper", "note", "briefing", "discussion", "visit", "facilitator", "en personne", "papier", "persona", "papel", "pessoalmente", "personlich", "mundlich", "papier", "truc tiep", "giay", "mieng", "شخصيا", "شفهي", "лично", "устно", "бумаг", "当面", "口头", "纸", "langsung", "lisan", "manual"]),
    ];

    /// <summary>The channel whose word comes first in the text; null where none does.</summary>
    public static string? Of(string text)
    {
        var words = $" {Fold.Words(text.Length > 200 ? text[..200] : text)} ";
        var (found, first) = ((string?)null, int.MaxValue);
        foreach (var (channel, all) in All)
            foreach (var word in all)
            {
                var at = word[0] > 'ÿ' ? words.IndexOf(word, StringComparison.Ordinal) : words.IndexOf($" {word} ", StringComparison.Ordinal);
                if (at < 0 && word.Length >= 5 && word[0] <= 'ÿ')
                    at = words.IndexOf($" {word}", StringComparison.Ordinal);
                if (at >= 0 && at < first)
                    (found, first) = (channel, at);
            }

        return found;
    }
}
