-- What several drills of one scenario begin with together; Drills.ExerciseId, which was there before this table, names it.
CREATE TABLE Exercises (
    Id            TEXT    NOT NULL PRIMARY KEY,
    AgencyId      TEXT    NOT NULL REFERENCES Agencies (Id),
    ScenarioId    TEXT    NOT NULL,
    Title         TEXT    NOT NULL,
    ContentSha256 TEXT    NOT NULL REFERENCES Content (Sha256),
    CreatedBy     TEXT    NULL REFERENCES Accounts (Id) ON DELETE SET NULL,
    CreatedWall   INTEGER NOT NULL,
    StartedWall   INTEGER NULL
) STRICT;

-- IExercises.ListVisibleTo
CREATE INDEX IX_Exercises_AgencyId ON Exercises (AgencyId);

-- IExercises.Drills
CREATE INDEX IX_Drills_ExerciseId ON Drills (ExerciseId);

-- The drill whose past this one has, and the last row of its log that was copied. It refers to nothing: what was forked stays whole when the first is erased.
ALTER TABLE Drills ADD COLUMN ForkedFrom TEXT NULL;

ALTER TABLE Drills ADD COLUMN ForkedRow INTEGER NULL;
