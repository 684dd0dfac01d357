-- Played by one person among simulated players; its player is CreatedBy.
ALTER TABLE Drills ADD IsAlone bit NOT NULL CONSTRAINT DF_Drills_IsAlone DEFAULT 0;

-- IDrillCatalog.ListAloneOf, IDrillCatalog.ListVisibleTo
CREATE INDEX IX_Drills_CreatedBy ON Drills (CreatedBy);

-- A scenario that an agency keeps from those who are to play it. It is closed while what it waits for is not there: a moment, the end of a drill or of all
-- drills of an exercise; with none of the three until it is opened by hand. What it waits for may be erased: then nothing keeps it closed.
CREATE TABLE ClosedScenarios (
    ScenarioId nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    AgencyId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES Agencies (Id),
    Reason nvarchar(500) NOT NULL,
    ClosedBy nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL REFERENCES Accounts (Id) ON DELETE SET NULL,
    ClosedWall bigint NOT NULL,
    UntilWall bigint NULL,
    UntilDrill nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    UntilExercise nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    PRIMARY KEY (ScenarioId, AgencyId)
);
