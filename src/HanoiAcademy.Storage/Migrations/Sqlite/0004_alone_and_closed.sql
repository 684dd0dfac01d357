-- Played by one person among simulated players; its player is CreatedBy.
ALTER TABLE Drills ADD COLUMN IsAlone INTEGER NOT NULL DEFAULT 0 CHECK (IsAlone IN (0, 1));

-- IDrillCatalog.ListAloneOf, IDrillCatalog.ListVisibleTo
CREATE INDEX IX_Drills_CreatedBy ON Drills (CreatedBy);

-- A scenario that an agency keeps from those who are to play it. It is closed while what it waits for is not there: a moment, the end of a drill or of all
-- drills of an exercise; with none of the three until it is opened by hand. What it waits for may be erased: then nothing keeps it closed.
CREATE TABLE ClosedScenarios (
    ScenarioId    TEXT    NOT NULL,
    AgencyId      TEXT    NOT NULL REFERENCES Agencies (Id),
    Reason        TEXT    NOT NULL,
    ClosedBy      TEXT    NULL REFERENCES Accounts (Id) ON DELETE SET NULL,
    ClosedWall    INTEGER NOT NULL,
    UntilWall     INTEGER NULL,
    UntilDrill    TEXT    NULL,
    UntilExercise TEXT    NULL,
    PRIMARY KEY (ScenarioId, AgencyId)
) STRICT;
