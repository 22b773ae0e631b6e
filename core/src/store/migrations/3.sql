-- Sets, what a person says about a session, the range limit, settings; figures kept with each session, so that
-- ten years are listed at once; and a file half the size, because facts that only say 'ok' or 'can't tell' are shared.

ALTER TABLE sessions ADD COLUMN pain_before INTEGER CHECK (pain_before BETWEEN 0 AND 10);
ALTER TABLE sessions ADD COLUMN pain_after  INTEGER CHECK (pain_after BETWEEN 0 AND 10);
ALTER TABLE sessions ADD COLUMN felt        TEXT NOT NULL DEFAULT '[]';  -- a JSON array of words
ALTER TABLE sessions ADD COLUMN ended       TEXT;
ALTER TABLE sessions ADD COLUMN limit_deg   REAL;  -- the personal range limit that held after it

CREATE INDEX sessions_with_limit ON sessions (started_at_ms) WHERE limit_deg IS NOT NULL;

CREATE TABLE settings (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Everything stored before was one set.
ALTER TABLE reps ADD COLUMN set_index INTEGER NOT NULL DEFAULT 0;

CREATE TABLE sets (
    session_id INTEGER NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    set_index  INTEGER NOT NULL,
    start_s    REAL    NOT NULL,
    end_s      REAL    NOT NULL,
    counted    INTEGER NOT NULL DEFAULT 0,  -- by the camera
    paced      INTEGER NOT NULL DEFAULT 0,  -- counted aloud and not judged
    correction INTEGER NOT NULL DEFAULT 0,  -- by hand
    PRIMARY KEY (session_id, set_index),
    CHECK (counted + paced + correction >= 0)
) STRICT, WITHOUT ROWID;

INSERT INTO sets (session_id, set_index, start_s, end_s, counted)
SELECT session_id, 0, min(start_s), max(end_s), sum(counted) FROM reps GROUP BY session_id;

-- What progress::Digest holds, kept in the transaction that stores a rep; all of it follows from reps and sets.
CREATE TABLE digests (
    session_id        INTEGER PRIMARY KEY REFERENCES sessions (id) ON DELETE CASCADE,
    counted           INTEGER NOT NULL DEFAULT 0,
    attempts          INTEGER NOT NULL DEFAULT 0,
    without_fault     INTEGER NOT NULL DEFAULT 0,
    told              INTEGER NOT NULL DEFAULT 0,
    clean             INTEGER NOT NULL DEFAULT 0,
    hinge_index_sum   INTEGER NOT NULL DEFAULT 0,
    deepest_clean_deg REAL,
    faults            TEXT    NOT NULL DEFAULT '{}', -- JSON: of the counted reps, by fault: [seen in, told in]
    uncounted         INTEGER NOT NULL DEFAULT 0     -- what the sets add to the counted: paced, and corrections
) STRICT;

WITH judged AS (
    SELECT session_id, counted, hinge_index, clean_depth_deg,
           'lifted' IN (dowel_head, dowel_mid_back, dowel_tailbone) AS lost,
           NOT EXISTS (SELECT 1 FROM faults f WHERE f.verdict = 'fault'
               AND f.session_id = reps.session_id AND f.rep_index = reps.rep_index) AS without_fault,
           NOT EXISTS (SELECT 1 FROM faults f WHERE f.verdict = 'fault'
               AND f.fault_id NOT IN ('locked_knees', 'off_tempo', 'hamstring_limited')
               AND f.session_id = reps.session_id AND f.rep_index = reps.rep_index) AS good
    FROM reps
)
INSERT INTO digests (session_id, counted, attempts, without_fault, told, clean, hinge_index_sum, deepest_clean_deg)
SELECT id,
       count(*) FILTER (WHERE counted),
       count(*) FILTER (WHERE NOT counted),
       count(*) FILTER (WHERE counted AND without_fault),
       count(*) FILTER (WHERE counted AND (lost OR judged.clean_depth_deg IS NOT NULL)),
       count(*) FILTER (WHERE counted AND good AND (lost OR judged.clean_depth_deg IS NOT NULL)),
       coalesce(sum(hinge_index) FILTER (WHERE counted), 0),
       max(judged.clean_depth_deg) FILTER (WHERE counted)
FROM sessions LEFT JOIN judged ON session_id = id
GROUP BY id;

UPDATE digests SET faults = (
    SELECT json_group_object(fault_id, json_array(seen, told))
    FROM (SELECT fault_id, sum(verdict = 'fault') AS seen, sum(verdict <> 'cant_tell') AS told
          FROM faults JOIN reps USING (session_id, rep_index)
          WHERE session_id = digests.session_id AND counted
          GROUP BY fault_id)
    WHERE told > 0
);

-- A fact with nothing more to say than 'ok', or why it can't be told, is plain. A session's reps have few different
-- sets of them, so each is kept once: a JSON object from fault to 'ok' or the reason. `faults` keeps the others.
CREATE TABLE plain_facts (
    session_id INTEGER NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    plain_id   INTEGER NOT NULL,
    facts      TEXT    NOT NULL,
    PRIMARY KEY (session_id, plain_id)
) STRICT, WITHOUT ROWID;

ALTER TABLE reps ADD COLUMN plain_id INTEGER;  -- null: no plain facts

CREATE TEMP TABLE packed AS
SELECT session_id, rep_index, json_group_object(fault_id, coalesce(reason, 'ok') ORDER BY fault_id) AS facts
FROM faults
WHERE severity = 0 AND onset_s IS NULL AND phase IS NULL
  AND (verdict = 'ok' AND reason IS NULL OR verdict = 'cant_tell' AND reason IS NOT NULL)
GROUP BY session_id, rep_index;

CREATE INDEX temp.packed_by_rep ON packed (session_id, rep_index);

INSERT INTO plain_facts (session_id, plain_id, facts)
SELECT session_id, row_number() OVER (PARTITION BY session_id ORDER BY facts) - 1, facts
FROM (SELECT DISTINCT session_id, facts FROM packed);

UPDATE reps SET plain_id = (
    SELECT p.plain_id FROM packed JOIN plain_facts p USING (session_id, facts)
    WHERE packed.session_id = reps.session_id AND packed.rep_index = reps.rep_index
);

DELETE FROM faults
WHERE severity = 0 AND onset_s IS NULL AND phase IS NULL
  AND (verdict = 'ok' AND reason IS NULL OR verdict = 'cant_tell' AND reason IS NOT NULL);

DROP TABLE packed;

-- The history asks the digests now.
DROP INDEX faults_found;
