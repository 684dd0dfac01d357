using HanoiAcademy.Content.Exchange;
using HanoiAcademy.Content.Exchange.Msel;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Tests.Content.Exchange.Sheets;

namespace HanoiAcademy.Tests.Content.Exchange;

public sealed class HeadingTests
{
    /// <summary>number, time, event, responsible controller, mode, from, to, message, expected action, objective, notes</summary>
    [Theory]
    [InlineData("Event #|Time|Event|Responsible Controller|Mode|From|To|Message|Expected Action|Objective|Notes")]
    [InlineData("N°|Heure|Événement|Contrôleur responsable|Moyen|Expéditeur|Destinataire|Contenu du message|Actions attendues|Objectif|Remarques")]
    [InlineData("Número|Hora|Evento|Controlador responsable|Medio|Remitente|Destinatario|Mensaje|Acciones esperadas|Objetivo|Observaciones")]
    [InlineData("Número do evento|Horário|Assunto|Responsável|Meio|Remetente|Destinatário|Mensagem|Ações esperadas|Objetivo|Observações")]
    [InlineData("Lfd. Nr.|Uhrzeit|Ereignis|Übungsleitung|Kanal|Absender|Empfänger|Nachricht|Erwartete Maßnahmen|Übungsziel|Bemerkungen")]
    [InlineData("STT|Thời gian|Sự kiện|Người phụ trách|Phương thức|Người gửi|Người nhận|Nội dung|Hành động mong đợi|Mục tiêu|Ghi chú")]
    [InlineData("رقم|الوقت|الحدث|المراقب المسؤول|الوسيلة|من|إلى|الرسالة|الإجراء المتوقع|الهدف|ملاحظات")]
    [InlineData("№|Время|Событие|Ответственный|Способ передачи|От кого|Кому|Сообщение|Ожидаемые действия|Цель|Примечания")]
    [InlineData("序号|时间|事件|负责人|方式|发件人|收件人|消息|预期行动|目标|备注")]
    [InlineData("Nomor|Waktu|Kejadian|Pengendali|Saluran|Dari|Kepada|Pesan|Tindakan yang diharapkan|Tujuan|Catatan")]
    public void The_HSEEP_columns_are_known_in_many_languages_and_in_any_order(string headings)
    {
        ColumnMeaning[] meanings =
        [
            ColumnMeaning.Number, ColumnMeaning.Time, ColumnMeaning.Subject, ColumnMeaning.Controller, ColumnMeaning.Mode, ColumnMeaning.From, ColumnMeaning.To, ColumnMeaning.Message, ColumnMeaning.Expected, ColumnMeaning.Objective, ColumnMeaning.Notes,
        ];
        object?[] row = ["1", "09:00", "A call", "Ngan", "phone", "Bank", "Police", "Where is our money, please?", "- asks for the number", "Money is held in time", "none"];
        foreach (var order in (int[][])[[.. Enumerable.Range(0, 11)], [.. Enumerable.Range(0, 11).Reverse()], [5, 2, 9, 0, 10, 7, 1, 8, 3, 6, 4]])
        {
            var names = headings.Split('|');
            var look = DrillImport.Look(new Xlsx().Sheet("T", [["MSEL of a made-up drill"], [.. order.Select(at => (object?)names[at].ToUpperInvariant())], [.. order.Select(at => row[at])], [.. order.Select(at => row[at])]]).Bytes(), "t.xlsx");
            look.Sheets[0].HeadingRow.ShouldBe(2);
            look.Sheets[0].Columns.Select(column => column.Proposed).ShouldBe(order.Select(at => meanings[at]), headings);
        }
    }

    [Fact]
    public void Headings_on_two_lines_and_several_columns_of_expected_actions_are_read()
    {
        var result = Imported.Run(new Xlsx().Sheet("T",
            [["No", "Time", "Event", "To", "Expected actions", null], [null, null, null, null, "CERT", "Bank"], ["1", "T+0", "Strange mail", "CERT, Bank", "isolates the host", "holds the payment"]],
            null, "A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:F1").Bytes());
        Imported.Text(result, "injects/010-strange-mail.md").ShouldContain("""
            expected:
              - { by: cert.players, observe: isolates the host }
              - { by: bank.players, observe: holds the payment }
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_template_is_matched_by_headings_wherever_they_stand()
    {
        var mapping = DrillImport.Look(new Xlsx().Sheet("T", [["Zeit", "Was", "Wer"], ["T+0", "Strange mail", "CERT"]]).Bytes(), "t.xlsx").Mapping.ShouldNotBeNull();
        var template = new ColumnMapping([mapping.Sheets[0] with
        {
            Take = true, HeadingRow = 1, Columns = [new("A", "Zeit", ColumnMeaning.Time), new("B", "Was", ColumnMeaning.Subject), new("C", "Wer", ColumnMeaning.To)],
        }]);
        var problems = new ProblemList();
        var saved = ColumnMappingJson.Read(ColumnMappingJson.Write(template), problems).ShouldNotBeNull();
        ColumnMappingJson.Write(saved).ShouldBe(ColumnMappingJson.Write(template));

        var next = new Xlsx().Sheet("Other", [["Wer?", "ZEIT", "Was", "Notes"], ["Bank", "T+5", "Another", "x"]]).Bytes();
        var result = Imported.Run(next, order: new ImportOrder(Mapping: saved));
        result.Rows.ShouldHaveSingleItem().To.ShouldBe(["bank"]);
        ColumnMappings.Score(saved, DrillImport.Look(next, "n.xlsx", saved).Mapping!).ShouldBe(100);
        ColumnMappings.Score(saved, DrillImport.Look(new Xlsx().Sheet("T", [["Time", "Event"], ["T+0", "x"]]).Bytes(), "n.xlsx").Mapping!).ShouldBe(0);
        ColumnMappings.Fingerprint(saved).Length.ShouldBe(16);
    }

    [Theory]
    [InlineData("", "no JSON")]
    [InlineData("[]", "the version is missing")]
    [InlineData("{\"schema\":2,\"sheets\":[]}", "version 2")]
    [InlineData("{\"schema\":1,\"sheets\":[]}", "1 to 60 sheets")]
    [InlineData("{\"schema\":1,\"sheets\":[7]}", "sheets[0]")]
    [InlineData("{\"schema\":1,\"sheets\":[{\"sheet\":\"a\",\"take\":true,\"columns\":[{\"letter\":\"B\",\"is\":\"tine\"}]}]}", "sheets[0].columns[0].is")]
    [InlineData("{\"schema\":1,\"sheets\":[{\"sheet\":\"a\",\"take\":true,\"columns\":[{\"letter\":\"B\",\"is\":\"time\"},{\"letter\":\"b\",\"is\":\"to\"}]}]}", "twice")]
    [InlineData("{\"schema\":1,\"sheets\":[{\"sheet\":\"a\",\"take\":true,\"columns\":[],\"run\":\"x\"}]}", "sheets[0].run")]
    [InlineData("{\"schema\":1,\"sheets\":[{\"sheet\":\"a\",\"take\":\"yes\",\"columns\":[]}]}", "sheets[0].take")]
    public void A_wrong_mapping_is_answered_with_the_way_to_what_is_wrong(string json, string word)
    {
        var problems = new ProblemList();
        ColumnMappingJson.Read(json, problems).ShouldBeNull();
        problems.ShouldContain(problem => problem.Message.Contains(word, StringComparison.Ordinal));
    }
}
