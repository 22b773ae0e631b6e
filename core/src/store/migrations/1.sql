-- The first schema. A released migration is never edited: add the next one beside it.
-- Enumerations are stored as the same words as in the JSON contract, so the file reads well in any SQLite tool.

CREATE TABLE sessions (
    -- AUTOINCREMENT: the number of an erased session is not given to another one, so an old export stays true.
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    started_at_ms   INTEGER NOT NULL,   -- Unix time, UTC
    source          TEXT    NOT NULL,   -- a file's name, or 'live'
    drill           TEXT,
    app_version     TEXT    NOT NULL,
    rules_version   TEXT    NOT NULL,
    pose_model      TEXT    NOT NULL,
    back_model      TEXT    NOT NULL,
    finished        INTEGER NOT NULL DEFAULT 0 CHECK (finished IN (0, 1)),
    -- Known only when the session is finished.
    view_verdict    TEXT,
    view_reasons    TEXT,               -- a JSON array of words
    near_side       TEXT,
    azimuth_deg     REAL,
    movement        TEXT,
    clean_depth_deg REAL,
    CHECK (finished = 0 OR (view_verdict IS NOT NULL AND view_reasons IS NOT NULL AND movement IS NOT NULL))
) STRICT;

CREATE INDEX sessions_by_start ON sessions (started_at_ms);

CREATE TABLE reps (
    session_id       INTEGER NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    rep_index        INTEGER NOT NULL,
    start_s          REAL    NOT NULL,
    bottom_s         REAL    NOT NULL,
    end_s            REAL    NOT NULL,
    counted          INTEGER NOT NULL CHECK (counted IN (0, 1)),
    attempt_reason   TEXT,
    hip_flexion_deg  REAL    NOT NULL,
    knee_flexion_deg REAL    NOT NULL,
    trunk_lean_deg   REAL    NOT NULL,
    hinge_index      INTEGER NOT NULL,
    down_s           REAL    NOT NULL,
    pause_s          REAL    NOT NULL,
    up_s             REAL    NOT NULL,
    dowel_head       TEXT    NOT NULL,
    dowel_mid_back   TEXT    NOT NULL,
    dowel_tailbone   TEXT    NOT NULL,
    first_lost_s     REAL,
    PRIMARY KEY (session_id, rep_index)
) STRICT, WITHOUT ROWID;

CREATE TABLE faults (
    session_id INTEGER NOT NULL,
    rep_index  INTEGER NOT NULL,
    fault_id   TEXT    NOT NULL,
    verdict    TEXT    NOT NULL,
    severity   REAL    NOT NULL,
    onset_s    REAL,
    phase      TEXT,
    reason     TEXT,
    PRIMARY KEY (session_id, rep_index, fault_id),
    FOREIGN KEY (session_id, rep_index) REFERENCES reps (session_id, rep_index) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Most facts are 'ok'; the history only asks for the others.
CREATE INDEX faults_found ON faults (session_id, rep_index, fault_id) WHERE verdict = 'fault';

CREATE TABLE cues (
    id         INTEGER PRIMARY KEY,     -- the order in which they were spoken
    session_id INTEGER NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    at_s       REAL    NOT NULL,
    cue_id     TEXT    NOT NULL,
    text       TEXT    NOT NULL
) STRICT;

CREATE INDEX cues_by_session ON cues (session_id, id);
