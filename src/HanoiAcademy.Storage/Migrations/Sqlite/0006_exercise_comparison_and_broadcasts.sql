-- What each country of an exercise sees of the others after EndEx, agreed at launch and never changed.
ALTER TABLE Exercises ADD COLUMN Comparison TEXT NOT NULL DEFAULT 'nothing' CHECK (Comparison IN ('nothing', 'places', 'scores', 'all'));

-- A message to all drills of an exercise, kept before it is sent: a node that dies amid the sending leaves rows that say to whom it still has to go.
CREATE TABLE ExerciseBroadcasts (
    ExerciseId  TEXT    NOT NULL REFERENCES Exercises (Id),
    Id          TEXT    NOT NULL,
    Words       TEXT    NOT NULL,
    CreatedBy   TEXT    NULL REFERENCES Accounts (Id) ON DELETE SET NULL,
    CreatedWall INTEGER NOT NULL,
    PRIMARY KEY (ExerciseId, Id)
) STRICT;

CREATE TABLE ExerciseBroadcastDrills (
    ExerciseId  TEXT NOT NULL,
    BroadcastId TEXT NOT NULL,
    DrillId     TEXT NOT NULL REFERENCES Drills (Id),
    Seat        TEXT NOT NULL,
    Status      TEXT NOT NULL CHECK (Status IN ('waiting', 'delivered', 'refused', 'given-up')),
    Code        TEXT NULL,
    PRIMARY KEY (ExerciseId, BroadcastId, DrillId),
    FOREIGN KEY (ExerciseId, BroadcastId) REFERENCES ExerciseBroadcasts (ExerciseId, Id)
) STRICT;

-- IExerciseBroadcasts.Waiting
CREATE INDEX IX_ExerciseBroadcastDrills_Status ON ExerciseBroadcastDrills (Status);
