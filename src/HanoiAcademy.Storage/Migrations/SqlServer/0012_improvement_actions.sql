-- What is to get better after a drill, and what came of it. It outlives the drill, whose title it keeps: no key refers to it. Days are yyyy-MM-dd.
CREATE TABLE ImprovementActions (
    Id nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    AgencyId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES Agencies (Id),
    DrillId nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    ExerciseId nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    ScenarioId nvarchar(128) COLLATE Latin1_General_100_BIN2 NULL,
    DrillTitle nvarchar(400) NOT NULL,
    Origin nvarchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL CHECK (Origin IN ('written', 'hot-wash', 'gap')),
    OriginId nvarchar(128) COLLATE Latin1_General_100_BIN2 NULL,
    Capability nvarchar(400) NOT NULL,
    Finding nvarchar(max) NOT NULL,
    Action nvarchar(max) NOT NULL,
    Element nvarchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL CHECK (Element IN ('planning', 'organisation', 'equipment', 'training', 'exercise')),
    Organisation nvarchar(400) NOT NULL,
    Owner nvarchar(400) NOT NULL,
    OwnerAccountId nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL REFERENCES Accounts (Id) ON DELETE SET NULL,
    StartDay nvarchar(10) COLLATE Latin1_General_100_BIN2 NULL,
    DueDay nvarchar(10) COLLATE Latin1_General_100_BIN2 NULL,
    State nvarchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL CHECK (State IN ('proposed', 'agreed', 'under-way', 'done', 'dropped')),
    Version bigint NOT NULL CHECK (Version > 0),
    CreatedWall bigint NOT NULL,
    ChangedWall bigint NOT NULL
);

-- IImprovements.Of
CREATE INDEX IX_ImprovementActions_AgencyId ON ImprovementActions (AgencyId);

-- IImprovements.OwnedBy
CREATE INDEX IX_ImprovementActions_OwnerAccountId ON ImprovementActions (OwnerAccountId);

-- IImprovements.Add: the same finding of the same drill is taken once, whoever presses
CREATE UNIQUE INDEX UX_ImprovementActions_Origin ON ImprovementActions (AgencyId, DrillId, Origin, OriginId) WHERE OriginId IS NOT NULL;

CREATE TABLE ImprovementChanges (
    ActionId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES ImprovementActions (Id),
    Version bigint NOT NULL CHECK (Version > 0),
    ChangedBy nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    Wall bigint NOT NULL,
    State nvarchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Fields nvarchar(max) NOT NULL,
    Remark nvarchar(max) NOT NULL,
    PRIMARY KEY (ActionId, Version)
);
