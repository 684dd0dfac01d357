-- Times are microseconds since 1970 UTC; drill times (At) are milliseconds of drill time; flags are 0 or 1.

CREATE TABLE Agencies (
    Id      TEXT    NOT NULL PRIMARY KEY,
    Slug    TEXT    NOT NULL UNIQUE,
    Name    TEXT    NOT NULL,
    NameKey TEXT    NOT NULL UNIQUE,
    Created INTEGER NOT NULL
) STRICT;

CREATE TABLE Accounts (
    Id                 TEXT    NOT NULL PRIMARY KEY,
    AgencyId           TEXT    NOT NULL REFERENCES Agencies (Id),
    UserName           TEXT    NOT NULL,
    NormalizedUserName TEXT    NOT NULL UNIQUE,
    DisplayName        TEXT    NOT NULL,
    Language           TEXT    NULL,
    PasswordHash       TEXT    NULL,
    MustChangePassword INTEGER NOT NULL CHECK (MustChangePassword IN (0, 1)),
    Disabled           INTEGER NOT NULL CHECK (Disabled IN (0, 1)),
    SecurityStamp      TEXT    NOT NULL,
    ConcurrencyStamp   TEXT    NOT NULL,
    LockoutEnabled     INTEGER NOT NULL CHECK (LockoutEnabled IN (0, 1)),
    LockoutEnd         INTEGER NULL,
    AccessFailedCount  INTEGER NOT NULL,
    TwoFactorEnabled   INTEGER NOT NULL CHECK (TwoFactorEnabled IN (0, 1)),
    AuthenticatorKey   TEXT    NULL,
    RecoveryCodeHashes TEXT    NOT NULL,
    Created            INTEGER NOT NULL
) STRICT;

-- IAccountDirectory.InAgency
CREATE INDEX IX_Accounts_AgencyId ON Accounts (AgencyId);

CREATE TABLE Passkeys (
    CredentialId      BLOB    NOT NULL PRIMARY KEY,
    AccountId         TEXT    NOT NULL REFERENCES Accounts (Id) ON DELETE CASCADE,
    PublicKey         BLOB    NOT NULL,
    Name              TEXT    NULL,
    Created           INTEGER NOT NULL,
    SignCount         INTEGER NOT NULL,
    Transports        TEXT    NULL,
    IsUserVerified    INTEGER NOT NULL CHECK (IsUserVerified IN (0, 1)),
    IsBackupEligible  INTEGER NOT NULL CHECK (IsBackupEligible IN (0, 1)),
    IsBackedUp        INTEGER NOT NULL CHECK (IsBackedUp IN (0, 1)),
    AttestationObject BLOB    NOT NULL,
    ClientDataJson    BLOB    NOT NULL
) STRICT;

-- AccountStore.GetPasskeysAsync
CREATE INDEX IX_Passkeys_AccountId ON Passkeys (AccountId);

CREATE TABLE Memberships (
    AccountId TEXT NOT NULL REFERENCES Accounts (Id) ON DELETE CASCADE,
    AgencyId  TEXT NOT NULL REFERENCES Agencies (Id),
    Role      TEXT NOT NULL CHECK (Role IN ('trainee', 'instructor', 'administrator')),
    PRIMARY KEY (AccountId, AgencyId, Role)
) STRICT;

-- IMemberships.InAgency, IAccountDirectory.InAgency
CREATE INDEX IX_Memberships_AgencyId ON Memberships (AgencyId);

CREATE TABLE Invitations (
    TokenHash TEXT    NOT NULL PRIMARY KEY,
    Kind      TEXT    NOT NULL CHECK (Kind IN ('join', 'first-administrator', 'reset')),
    AgencyId  TEXT    NOT NULL REFERENCES Agencies (Id),
    Role      TEXT    NOT NULL CHECK (Role IN ('trainee', 'instructor', 'administrator')),
    AccountId TEXT    NULL REFERENCES Accounts (Id) ON DELETE CASCADE,
    CreatedBy TEXT    NULL,
    Created   INTEGER NOT NULL,
    Expires   INTEGER NOT NULL,
    UsedBy    TEXT    NULL,
    UsedWall  INTEGER NULL
) STRICT;

-- IInvitations.ListUsable
CREATE INDEX IX_Invitations_AgencyId ON Invitations (AgencyId);

CREATE TABLE ApiTokens (
    Id        TEXT    NOT NULL PRIMARY KEY,
    TokenHash TEXT    NOT NULL UNIQUE,
    AccountId TEXT    NOT NULL REFERENCES Accounts (Id) ON DELETE CASCADE,
    Name      TEXT    NOT NULL,
    Created   INTEGER NOT NULL,
    Expires   INTEGER NOT NULL,
    LastUsed  INTEGER NULL
) STRICT;

-- IApiTokens.Of
CREATE INDEX IX_ApiTokens_AccountId ON ApiTokens (AccountId);

CREATE TABLE IdempotencyKeys (
    Owner         TEXT    NOT NULL,
    Route         TEXT    NOT NULL,
    RequestKey    TEXT    NOT NULL,
    RequestSha256 TEXT    NOT NULL,
    Claimed       INTEGER NOT NULL,
    Status        INTEGER NULL,
    ContentType   TEXT    NULL,
    Body          BLOB    NULL,
    PRIMARY KEY (Owner, Route, RequestKey)
) STRICT;

-- IIdempotencyKeys.Prune
CREATE INDEX IX_IdempotencyKeys_Claimed ON IdempotencyKeys (Claimed);

CREATE TABLE Content (
    Sha256 TEXT NOT NULL PRIMARY KEY,
    Bytes  BLOB NOT NULL
) STRICT;

CREATE TABLE Drills (
    Id            TEXT    NOT NULL PRIMARY KEY,
    AgencyId      TEXT    NOT NULL REFERENCES Agencies (Id),
    ExerciseId    TEXT    NULL,
    ScenarioId    TEXT    NOT NULL,
    Title         TEXT    NOT NULL,
    ContentSha256 TEXT    NOT NULL REFERENCES Content (Sha256),
    Status        TEXT    NOT NULL CHECK (Status IN ('lobby', 'running', 'paused', 'ended')),
    CreatedBy     TEXT    NULL REFERENCES Accounts (Id) ON DELETE SET NULL,
    CreatedWall   INTEGER NOT NULL,
    JoinCode      TEXT    NOT NULL,
    GuestsAllowed INTEGER NOT NULL CHECK (GuestsAllowed IN (0, 1)),
    AfterCrash    TEXT    NOT NULL CHECK (AfterCrash IN ('pause', 'go-on')),
    IsDemo        INTEGER NOT NULL CHECK (IsDemo IN (0, 1)),
    LeaseUntilAt  INTEGER NOT NULL,
    LeaseWall     INTEGER NULL,
    EndedWall     INTEGER NULL
) STRICT;

-- IDrillCatalog.FindByJoinCode; a code is free again when its drill has ended
CREATE UNIQUE INDEX UX_Drills_JoinCode ON Drills (JoinCode) WHERE Status <> 'ended';

-- IDrillCatalog.ListVisibleTo
CREATE INDEX IX_Drills_AgencyId ON Drills (AgencyId);

-- IDrillCatalog.ListNotEnded
CREATE INDEX IX_Drills_Status ON Drills (Status);

CREATE TABLE DrillAgencies (
    DrillId  TEXT NOT NULL REFERENCES Drills (Id),
    AgencyId TEXT NOT NULL REFERENCES Agencies (Id),
    PRIMARY KEY (DrillId, AgencyId)
) STRICT;

CREATE TABLE DrillSeats (
    DrillId        TEXT    NOT NULL REFERENCES Drills (Id),
    Seat           TEXT    NOT NULL,
    AccountId      TEXT    NULL REFERENCES Accounts (Id) ON DELETE CASCADE,
    GuestName      TEXT    NULL,
    RejoinWordHash TEXT    NULL,
    Since          INTEGER NOT NULL,
    PRIMARY KEY (DrillId, Seat),
    CHECK ((AccountId IS NULL) <> (GuestName IS NULL))
) STRICT;

-- ISeatingPlan.SeatsOf, IDrillCatalog.ListVisibleTo
CREATE INDEX IX_DrillSeats_AccountId ON DrillSeats (AccountId);

CREATE TABLE DrillLog (
    DrillId   TEXT    NOT NULL REFERENCES Drills (Id),
    Version   INTEGER NOT NULL CHECK (Version > 0),
    CommandId TEXT    NOT NULL,
    Seat      TEXT    NOT NULL,
    At        INTEGER NOT NULL,
    Wall      INTEGER NOT NULL,
    Events    TEXT    NOT NULL,
    PRIMARY KEY (DrillId, Version),
    UNIQUE (DrillId, Seat, CommandId)
) STRICT;

CREATE TABLE LessonProgress (
    AccountId      TEXT    NOT NULL REFERENCES Accounts (Id) ON DELETE CASCADE,
    Course         TEXT    NOT NULL,
    Lesson         TEXT    NOT NULL,
    ContentVersion TEXT    NOT NULL,
    Opened         INTEGER NOT NULL,
    Completed      INTEGER NULL,
    PRIMARY KEY (AccountId, Course, Lesson, ContentVersion)
) STRICT;

CREATE TABLE QuizAnswers (
    AccountId      TEXT    NOT NULL REFERENCES Accounts (Id) ON DELETE CASCADE,
    Course         TEXT    NOT NULL,
    Lesson         TEXT    NOT NULL,
    Question       TEXT    NOT NULL,
    ContentVersion TEXT    NOT NULL,
    Attempt        INTEGER NOT NULL CHECK (Attempt > 0),
    Chosen         TEXT    NOT NULL,
    Points         INTEGER NOT NULL,
    Correct        INTEGER NOT NULL CHECK (Correct IN (0, 1)),
    At             INTEGER NOT NULL,
    AnswerKey      TEXT    NOT NULL,
    PRIMARY KEY (AccountId, Course, Lesson, Question, ContentVersion, Attempt),
    UNIQUE (AccountId, AnswerKey)
) STRICT;

CREATE TABLE LearnerTexts (
    AccountId TEXT    NOT NULL REFERENCES Accounts (Id) ON DELETE CASCADE,
    Course    TEXT    NOT NULL,
    Block     TEXT    NOT NULL,
    Body      TEXT    NOT NULL,
    Updated   INTEGER NOT NULL,
    PRIMARY KEY (AccountId, Course, Block)
) STRICT;
