namespace HanoiAcademy.Content.Problems;

/// <summary>
/// One thing wrong in an author's file. <paramref name="File"/> is relative to the content root and written with
/// slashes; line and column count from 1. <paramref name="Code"/> is stable, in kebab case;
/// <paramref name="Message"/> is a sentence that says how to mend it.
/// </summary>
public sealed record Problem(string File, int Line, int Column, string Code, string Message, Severity Severity = Severity.Error)
{
    /// <summary>The form that editors and build servers can click: <c>file:line:column: error code: message</c>.</summary>
    public override string ToString() =>
        $"{File}:{Line}:{Column}: {(Severity == Severity.Error ? "error" : "warning")} {Code}: {Message}";
}
