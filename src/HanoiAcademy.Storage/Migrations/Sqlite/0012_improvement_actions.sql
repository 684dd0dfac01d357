-- What is to get better after a drill, and what came of it. It outlives the drill, whose title it keeps: no key refers to it. Days are yyyy-MM-dd.
CREATE TABLE ImprovementActions (
    Id             TEXT    NOT NULL PRIMARY KEY,
    AgencyId       TEXT    NOT NULL REFERENCES Agencies (Id),
    DrillId        TEXT    NULL,
    ExerciseId     TEXT    NULL,
    ScenarioId     TEXT    NULL,
    DrillTitle     TEXT    NOT NULL,
    Origin         TEXT    NOT NULL CHECK (Origin IN ('written', 'hot-wash', 'gap')),
    OriginId       TEXT    NULL,
    Capability     TEXT    NOT NULL,
    Finding        TEXT    NOT NULL,
    Action         TEXT    NOT NULL,
    Element        TEXT    NOT NULL CHECK (Element IN ('planning', 'organisation', 'equipment', 'training', 'exercise')),
    Organisation   TEXT    NOT NULL,
    Owner          TEXT    NOT NULL,
    OwnerAccountId TEXT    NULL REFERENCES Accounts (Id) ON DELETE SET NULL,
    StartDay       TEXT    NULL,
    DueDay         TEXT    NULL,
    State          TEXT    NOT NULL CHECK (State IN ('proposed', 'agreed', 'under-way', 'done', 'dropped')),
    Version        INTEGER NOT NULL CHECK (Version > 0),
    CreatedWall    INTEGER NOT NULL,
    ChangedWall    INTEGER NOT NULL
) STRICT;

-- IImprovements.Of
CREATE INDEX IX_ImprovementActions_AgencyId ON ImprovementActions (AgencyId);

-- IImprovements.OwnedBy
CREATE INDEX IX_ImprovementActions_OwnerAccountId ON ImprovementActions (OwnerAccountId);

-- IImprovements.Add: the same finding of the same drill is taken once, whoever presses
CREATE UNIQUE INDEX UX_ImprovementActions_Origin ON ImprovementActions (AgencyId, DrillId, Origin, OriginId) WHERE OriginId IS NOT NULL;

CREATE TABLE ImprovementChanges (
    ActionId    TEXT    NOT NULL REFERENCES ImprovementActions (Id),
    Version     INTEGER NOT NULL CHECK (Version > 0),
    ChangedBy   TEXT    NULL,
    Wall        INTEGER NOT NULL,
    State       TEXT    NOT NULL,
    Fields      TEXT    NOT NULL,
    Remark      TEXT    NOT NULL,
    PRIMARY KEY (ActionId, Version)
) STRICT;
