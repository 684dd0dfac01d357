using System.Text;
using HanoiAcademy.Content.Courses.Checks;
using HanoiAcademy.Content.Files;
using HanoiAcademy.Content.Markdown;
using HanoiAcademy.Content.Markdown.Containers;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Yaml;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace HanoiAcademy.Content.Courses;

/// <summary>One lesson.md: front matter, then text cut at what the learner fills in.</summary>
internal sealed class LessonReader(ContentFolder course, LessonFolder folder, LessonLinks links, ProblemList problems)
{
    private readonly List<LessonPart> _parts = [];
    private readonly List<LessonHeading> _headings = [];
    private readonly List<QuizKey> _keys = [];
    private readonly List<(string, Position)> _ids = [];
    private readonly List<Block> _text = [];
    private readonly StringBuilder _trainer = new();

    /// <returns>Null when the file is missing or unreadable (reported).</returns>
    public LessonDraft? Read()
    {
        var file = course.NameOf(folder.File);
        if (course.Text(folder.File, problems) is not { } text)
            return null;
        var matter = FrontMatter.Split(text);
        if (matter.Yaml is null)
        {
            problems.Add(new(file, 1, 1, "front-matter-missing", "The file begins with a line ‘---’, then title, minutes and the other keys, then a line ‘---’."));
            return null;
        }

        var head = LessonHead.Bind(YamlFields.Of(YamlFile.Read(file, matter.Yaml, problems, firstLine: matter.YamlLine), "the lesson", problems));
        if (AcademyMarkdown.ParseLesson(file, matter.Body, problems, matter.BodyLine) is not { } document)
            return null;

        var report = new MarkdownProblems(file, problems, matter.BodyLine);
        var used = LessonLinkCheck.Run(document, links, report);
        HeadingCheck.Run(document, report);
        if (head.Kind == LessonKind.Lesson)
            LessonShapeCheck.Run(document, head, new(file, 1, 1), problems);
        foreach (var block in document)
            Take(block, report);
        EndText();
        var lesson = new Lesson(folder.Slug, head.Title, head.Minutes, head.Kind, head.Objectives, head.Articles, head.Sources, _headings, _parts);
        return new(lesson, _keys, _trainer.ToString(), _ids, used);
    }

    private void Take(Block block, MarkdownProblems report)
    {
        if (block is not BoxBlock box || !WireNames<ContainerKind>.All.TryGetValue(box.Name, out var kind))
        {
            if (block is HeadingBlock { Level: 2 } heading)
                Name(heading);
            _text.Add(block);
            return;
        }

        switch (kind)
        {
            case ContainerKind.Quiz:
                EndText();
                if (QuizReader.Read(box, Id(box, report), Render, report) is var (quiz, key))
                {
                    _parts.Add(new QuizPart(quiz));
                    _keys.Add(key);
                }

                break;
            case ContainerKind.Task:
                EndText();
                BoxAttributes.None(box, report);
                _parts.Add(new TaskPart(Id(box, report), Render(box, false)));
                break;
            case ContainerKind.Instate:
                EndText();
                BoxAttributes.None(box, report);
                _parts.Add(InState(box, report));
                break;
            case ContainerKind.Trainer:
                BoxAttributes.None(box, report);
                _trainer.Append(Render(box, false));
                break;
            default:
                BoxAttributes.None(box, report);
                _text.Add(block);
                break;
        }
    }

    private InStatePart InState(BoxBlock box, MarkdownProblems report)
    {
        var lists = box.OfType<ListBlock>().ToList();
        if (lists.Count != 1)
            report.Add(box, "instate-list", "Write the questions of this box as one list, ‘- ’ before each; the learner gets a field for each.");
        var questions = lists.SelectMany(l => l).OfType<ListItemBlock>().Select(i => Render(i, true)).ToList();
        return new(Id(box, report), Render(box.Where(b => b is not ListBlock), false), questions);
    }

    private string Id(BoxBlock box, MarkdownProblems report)
    {
        var id = BoxAttributes.Id(box, report);
        if (id.Length > 0)
            _ids.Add((id, report.At(box)));
        return id;
    }

    // Our own anchors, numbered: words would change with every translation and might meet the page's own ids.
    private void Name(HeadingBlock heading)
    {
        var id = FormattableString.Invariant($"part-{_headings.Count + 1}");
        heading.GetAttributes().Id = id;
        _headings.Add(new(id, PlainText.Of(heading)));
    }

    private void EndText()
    {
        if (_text.Count > 0)
            _parts.Add(new TextPart(Render(_text, false)));
        _text.Clear();
    }

    private string Render(IEnumerable<Block> blocks, bool inline) =>
        AcademyMarkdown.RenderLesson(blocks, url => links.Resolve(url) ?? url, inline);
}
