using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Scenarios;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Tests.Scenarios;

public sealed class TranslationTests
{
    [Fact]
    public void A_text_is_read_by_its_path_whether_that_is_written_out_or_in_maps()
    {
        var (scenario, problems) = Read(("i18n/vi/texts.yaml", """
            title: Cảng đêm
            teams.port.name: Nhà chức trách cảng
            assets:
              gate:
                name: Cổng 4
                states: { open: { name: mở } }
            decisions.whom-first.options.operator.name: Gọi nhà vận hành
            """));

        problems.ShouldAllBe(p => p.Severity == Severity.Warning && p.Code == "translation-missing");
        scenario!.Title.In("vi", "en").ShouldBe("Cảng đêm");
        scenario.Teams.Single(t => t.Id == "port").Name.In("vi", "en").ShouldBe("Nhà chức trách cảng");
        scenario.Assets.Single(a => a.Id == "gate").Name.In("vi", "en").ShouldBe("Cổng 4");
        scenario.Assets.Single(a => a.Id == "gate").States[0].Name.In("vi", "en").ShouldBe("mở");
        scenario.Decisions.Single(d => d.Id == "whom-first").Options.Single(o => o.Id == "operator").Name.In("vi", "en").ShouldBe("Gọi nhà vận hành");
    }

    [Fact]
    public void An_inject_is_translated_in_a_file_of_its_own_name_its_short_texts_in_the_head()
    {
        var (scenario, problems) = Read(("i18n/vi/injects/010-gate-opens.md", """
            ---
            title: Cổng mở
            subject: Cổng 4 đang mở
            fromText: Bộ điều khiển cổng
            expected.5.message.text: Cổng 4 đang mở; có ai ở đó không?
            ---
            Cổng 4 báo **mở** lúc 02:01.
            """));

        problems.ShouldAllBe(p => p.Code == "translation-missing");
        var inject = scenario!.Injects.Single(i => i.Id == "gate-opens");
        inject.Subject.In("vi", "en").ShouldBe("Cổng 4 đang mở");
        inject.FromText.In("vi", "en").ShouldBe("Bộ điều khiển cổng");
        inject.Body.Html.In("vi", "en").ShouldContain("<strong>mở</strong>");
        inject.Body.Html.In("en", "en").ShouldContain("<strong>open</strong>");
        inject.Expected.OfType<ExpectMessage>().Single().Text.In("vi", "en").ShouldStartWith("Cổng 4");
    }

    [Fact]
    public void What_is_missing_falls_back_and_is_said_where_the_source_stands()
    {
        var (scenario, problems) = Read(("i18n/vi/texts.yaml", "title: Cảng đêm"));

        scenario!.Teams[0].Name.In("vi", scenario.Language).ShouldBe(scenario.Teams[0].Name.In("en", "en"));
        problems.ShouldContain(p => p.Code == "translation-missing" && p.File == "night-harbour/scenario.yaml" && p.Line == 6 && p.Message.Contains("‘summary’"));
        // A translator works the list off: each text that is missing has its line.
        problems.Where(p => p.Code == "translation-missing").Select(p => p.Message).Distinct().Count().ShouldBeGreaterThan(100);
    }

    [Fact]
    public void A_declared_language_without_a_single_file_is_one_warning()
    {
        var (scenario, problems) = Read();

        scenario.ShouldNotBeNull();
        problems.ShouldHaveSingleItem().Code.ShouldBe("translation-missing");
    }

    [Fact]
    public void A_path_that_names_no_text_is_an_error_with_the_path_that_may_be_meant()
    {
        var (scenario, problems) = Read(("i18n/vi/texts.yaml", "\nteams.prot.name: Cảng"));

        scenario.ShouldBeNull();
        var unknown = problems.Single(p => p.Code == "translation-unknown");
        (unknown.File, unknown.Line).ShouldBe(("night-harbour/i18n/vi/texts.yaml", 2));
        unknown.Message.ShouldContain("‘teams.port.name’ may be meant");
    }

    [Fact]
    public void What_lies_under_a_language_that_is_not_declared_is_said_to_be_unused() =>
        Read(("i18n/fr/texts.yaml", "title: Port de nuit")).Problems.ShouldContain(p => p.Code == "file-unused" && p.File == "night-harbour/i18n/fr/texts.yaml");

    [Fact]
    public void A_translation_is_checked_as_the_source_is() =>
        Read(("i18n/vi/briefs/port.md", "Xem www.that-la-that.com ở đây.")).Problems.ShouldContain(p => p.Code == "real-name" && p.File == "night-harbour/i18n/vi/briefs/port.md");

    private static (Scenario? Scenario, IReadOnlyList<Problem> Problems) Read(params (string Path, string Text)[] files)
    {
        Scenario? scenario = null;
        var problems = new ProblemList();
        ScenarioFolders.Spoil(folder =>
        {
            var main = Path.Combine(folder, "scenario.yaml");
            File.WriteAllText(main, File.ReadAllText(main).Replace("\nlanguages: [en]\n", "\nlanguages: [en, vi]\n"));
            foreach (var (path, text) in files)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, path))!);
                File.WriteAllText(Path.Combine(folder, path), text + "\n");
            }

            scenario = ScenarioReader.Read(folder, ScenarioFolders.Whole, problems);
        });
        return (scenario, problems.Sorted());
    }
}
