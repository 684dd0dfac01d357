namespace HanoiAcademy.Storage.Drills;

public sealed record NewDrill(DrillEntry Entry, DrillOpening Opening);
