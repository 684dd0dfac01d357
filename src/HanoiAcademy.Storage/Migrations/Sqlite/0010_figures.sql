-- What a drill's log says of its teams, worked out once for each state of the log. JSON; it can be made anew at any time.
CREATE TABLE DrillFigures (
    DrillId    TEXT    NOT NULL PRIMARY KEY REFERENCES Drills (Id),
    LogVersion INTEGER NOT NULL,
    Figures    TEXT    NOT NULL,
    MadeWall   INTEGER NOT NULL
) STRICT;

-- The same of simulated players, by the hash of the scenario that they played; refers to no content, for nobody need have launched it.
CREATE TABLE SimulatedFigures (
    ContentSha256 TEXT    NOT NULL PRIMARY KEY,
    Runs          INTEGER NOT NULL,
    Figures       TEXT    NOT NULL,
    MadeWall      INTEGER NOT NULL
) STRICT;
