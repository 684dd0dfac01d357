-- What a drill's log says of its teams, worked out once for each state of the log. JSON; it can be made anew at any time.
CREATE TABLE DrillFigures (
    DrillId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY REFERENCES Drills (Id),
    LogVersion bigint NOT NULL,
    Figures nvarchar(max) NOT NULL,
    MadeWall bigint NOT NULL
);

-- The same of simulated players, by the hash of the scenario that they played; refers to no content, for nobody need have launched it.
CREATE TABLE SimulatedFigures (
    ContentSha256 nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    Runs int NOT NULL,
    Figures nvarchar(max) NOT NULL,
    MadeWall bigint NOT NULL
);
