using HanoiAcademy.Storage.Database;
using HanoiAcademy.Storage.People;

namespace HanoiAcademy.Storage.Retention;

internal sealed partial class RetentionStore
{
    private const string ForgetGuests = """
        UPDATE DrillSeats SET GuestName = '', RejoinWordHash = NULL
        WHERE DrillId = @drillId AND GuestName <> '' AND EXISTS (SELECT 1 FROM Drills d WHERE d.Id = @drillId AND d.Status = 'ended')
        """;

    public Task<long> EraseGuestNames(string drillId, DataAct act) => Done(session => session.Execute(ForgetGuests, new { drillId }), act);

    private const string DeleteAccountSeats = """
        DELETE FROM DrillSeats WHERE DrillId = @drillId AND AccountId IS NOT NULL AND EXISTS (SELECT 1 FROM Drills d WHERE d.Id = @drillId AND d.Status = 'ended')
        """;

    private const string DeleteParts = """
        DELETE FROM DrillControllers WHERE DrillId = @drillId AND EXISTS (SELECT 1 FROM Drills d WHERE d.Id = @drillId AND d.Status = 'ended')
        """;

    public Task<long> EraseSeatNames(string drillId, DataAct act) => Done(
        session => session.Execute(ForgetGuests, new { drillId }) + session.Execute(DeleteAccountSeats, new { drillId }) + session.Execute(DeleteParts, new { drillId }), act);

    private const string DeleteAnswers = "DELETE FROM QuizAnswers WHERE AccountId = @accountId AND At < @before";

    private const string DeleteTexts = "DELETE FROM LearnerTexts WHERE AccountId = @accountId AND Updated < @before";

    private const string DeleteProgress = "DELETE FROM LessonProgress WHERE AccountId = @accountId AND COALESCE(Completed, Opened) < @before";

    private const string ForgetAnswers = "DELETE FROM RetentionListed WHERE AgencyId = @agencyId AND Kind = 'answers' AND Item = @accountId";

    public Task<long> EraseAnswers(string accountId, DateTimeOffset before, DataAct act) => Done(
        session =>
        {
            var gone = session.Execute(DeleteAnswers, new { accountId, before }) + session.Execute(DeleteTexts, new { accountId, before }) + session.Execute(DeleteProgress, new { accountId, before });
            if (gone > 0)
            {
                // What falls due after this is another matter: it is listed anew and stands its own days.
                session.Execute(ForgetAnswers, new { agencyId = act.AgencyId, accountId });
            }

            return gone;
        },
        act);

    private const string MayGo = """
        SELECT COUNT(*) FROM Drills d WHERE d.Id = @drillId AND d.Status = 'ended' AND NOT EXISTS (SELECT 1 FROM DrillHolds h WHERE h.DrillId = d.Id)
        """;

    private const string ExerciseOf = "SELECT ExerciseId FROM Drills WHERE Id = @drillId";

    private const string DeleteFigures = "DELETE FROM DrillFigures WHERE DrillId = @drillId";

    private const string DeleteSent = "DELETE FROM ExerciseBroadcastDrills WHERE DrillId = @drillId";

    private const string DeleteControllers = "DELETE FROM DrillControllers WHERE DrillId = @drillId";

    private const string DeleteSeats = "DELETE FROM DrillSeats WHERE DrillId = @drillId";

    private const string DeleteAgencies = "DELETE FROM DrillAgencies WHERE DrillId = @drillId";

    private const string DeleteLog = "DELETE FROM DrillLog WHERE DrillId = @drillId";

    private const string DeleteLine = "DELETE FROM Drills WHERE Id = @drillId";

    private const string HasDrills = "SELECT COUNT(*) FROM Drills WHERE ExerciseId = @exerciseId";

    private const string DeleteBroadcasts = "DELETE FROM ExerciseBroadcasts WHERE ExerciseId = @exerciseId";

    private const string DeleteExercise = "DELETE FROM Exercises WHERE Id = @exerciseId";

    /// <summary>Every table that refers to drills, before the drill itself; a test compares them with the migrations.</summary>
    internal static readonly IReadOnlyList<string> OfDrill = [DeleteFigures, DeleteSent, DeleteControllers, DeleteSeats, DeleteAgencies, DeleteLog];

    public Task<long> DeleteDrill(string drillId, DataAct act) => Done(
        session =>
        {
            if (session.Number(MayGo, new { drillId }) == 0)
            {
                return 0;
            }

            var exerciseId = session.First<string>(ExerciseOf, new { drillId });
            foreach (var text in OfDrill)
            {
                session.Execute(text, new { drillId });
            }

            var gone = session.Execute(DeleteLine, new { drillId });
            if (exerciseId is not null && session.Number(HasDrills, new { exerciseId }) == 0)
            {
                session.Execute(DeleteBroadcasts, new { exerciseId });
                session.Execute(DeleteExercise, new { exerciseId });
            }

            return gone;
        },
        act);

    private const string UpdateUse = "UPDATE AccountUse SET LastUsedWall = @now WHERE AccountId = @accountId AND LastUsedWall < @yesterday";

    private const string InsertUse = """
        INSERT INTO AccountUse (AccountId, LastUsedWall) SELECT Id, @now FROM Accounts a
        WHERE a.Id = @accountId AND NOT EXISTS (SELECT 1 FROM AccountUse u WHERE u.AccountId = a.Id)
        """;

    private const string UseOf = "SELECT COUNT(*) FROM AccountUse WHERE AccountId = @accountId AND LastUsedWall >= @yesterday";

    public async Task Touch(string accountId, DateTimeOffset now)
    {
        var values = new { accountId, now, yesterday = now.AddDays(-1) };
        // Nearly always it is known already: no write then.
        if (await database.Read(session => session.Number(UseOf, values)) == 0)
        {
            await database.Write(session => session.Execute(UpdateUse, values) + session.Execute(InsertUse, values));
        }
    }

    private const string InsertUnknown = """
        INSERT INTO AccountUse (AccountId, LastUsedWall) SELECT a.Id, @now FROM Accounts a
        WHERE a.AgencyId = @agencyId AND NOT EXISTS (SELECT 1 FROM AccountUse u WHERE u.AccountId = a.Id)
        """;

    public Task<int> TouchUnknown(string agencyId, DateTimeOffset now) => database.WriteOne(session => session.Execute(InsertUnknown, new { agencyId, now }));

    /// <summary>What goes and the line about it in one: neither without the other, and no line about nothing.</summary>
    private Task<long> Done(Func<Session, long> work, DataAct act) => database.Write(session =>
    {
        var quantity = work(session);
        if (quantity > 0)
        {
            DataActs.Add(session, act with { Quantity = quantity });
        }

        return quantity;
    });
}
