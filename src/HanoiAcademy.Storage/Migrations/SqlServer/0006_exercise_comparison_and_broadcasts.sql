-- What each country of an exercise sees of the others after EndEx, agreed at launch and never changed.
ALTER TABLE Exercises ADD Comparison nvarchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL DEFAULT 'nothing' CHECK (Comparison IN ('nothing', 'places', 'scores', 'all'));

-- A message to all drills of an exercise, kept before it is sent: a node that dies amid the sending leaves rows that say to whom it still has to go.
CREATE TABLE ExerciseBroadcasts (
    ExerciseId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES Exercises (Id),
    Id nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Words nvarchar(max) NOT NULL,
    CreatedBy nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL REFERENCES Accounts (Id) ON DELETE SET NULL,
    CreatedWall bigint NOT NULL,
    PRIMARY KEY (ExerciseId, Id)
);

CREATE TABLE ExerciseBroadcastDrills (
    ExerciseId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    BroadcastId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    DrillId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES Drills (Id),
    Seat nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Status nvarchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL CHECK (Status IN ('waiting', 'delivered', 'refused', 'given-up')),
    Code nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
    PRIMARY KEY (ExerciseId, BroadcastId, DrillId),
    FOREIGN KEY (ExerciseId, BroadcastId) REFERENCES ExerciseBroadcasts (ExerciseId, Id)
);

-- IExerciseBroadcasts.Waiting
CREATE INDEX IX_ExerciseBroadcastDrills_Status ON ExerciseBroadcastDrills (Status);
