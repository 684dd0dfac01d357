-- What several drills of one scenario begin with together; Drills.ExerciseId, which was there before this table, names it.
CREATE TABLE Exercises (
    Id nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    AgencyId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES Agencies (Id),
    ScenarioId nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Title nvarchar(200) NOT NULL,
    ContentSha256 nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES Content (Sha256),
    CreatedBy nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL REFERENCES Accounts (Id) ON DELETE SET NULL,
    CreatedWall bigint NOT NULL,
    StartedWall bigint NULL
);

-- IExercises.ListVisibleTo
CREATE INDEX IX_Exercises_AgencyId ON Exercises (AgencyId);

-- IExercises.Drills
CREATE INDEX IX_Drills_ExerciseId ON Drills (ExerciseId);

-- The drill whose past this one has, and the last row of its log that was copied. It refers to nothing: what was forked stays whole when the first is erased.
ALTER TABLE Drills ADD ForkedFrom nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL, ForkedRow bigint NULL;
