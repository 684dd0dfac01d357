using HanoiAcademy.Content.Courses;
using HanoiAcademy.Content.Reference;
using HanoiAcademy.Server.Courses;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HanoiAcademy.Server.Articles;

internal sealed class ArticleModel(ConventionReference convention, CourseShelf shelf) : PageModel
{
    public ConventionArticle Article { get; private set; } = null!;

    public ConventionArticle? Previous => convention.Article(Article.Number - 1);

    public ConventionArticle? Next => convention.Article(Article.Number + 1);

    /// <summary>Lessons that name the article in their front matter.</summary>
    public IReadOnlyList<(Course, Lesson)> Lessons { get; private set; } = [];

    public IActionResult OnGet(int number)
    {
        if (convention.Article(number) is not { } article)
            return NotFound();
        Article = article;
        Lessons = [.. shelf.Catalogue.Editions.SelectMany(e => e.Course.Lessons.Where(l => l.Articles.Contains(number)).Select(l => (e.Course, l)))];
        return Page();
    }
}
