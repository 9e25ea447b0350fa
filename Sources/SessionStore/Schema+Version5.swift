extension Schema {
    /// The practice: what a run set out to be, what the runner said of talking, how they felt, how they slept.
    static let version5 = """
        ALTER TABLE session ADD COLUMN plan TEXT;
        ALTER TABLE session ADD COLUMN planned_ms INTEGER;
        ALTER TABLE session ADD COLUMN talk_yes INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE session ADD COLUMN talk_no INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE session ADD COLUMN talk_last TEXT;

        ALTER TABLE event ADD COLUMN planned_ms INTEGER;
        ALTER TABLE event ADD COLUMN heart_rate_bpm INTEGER;
        ALTER TABLE event ADD COLUMN lower_bpm INTEGER;
        ALTER TABLE event ADD COLUMN upper_bpm INTEGER;

        CREATE TABLE feeling (
            session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
            moment TEXT NOT NULL,
            value INTEGER NOT NULL,
            PRIMARY KEY (session_id, moment)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE calm (
            session_id TEXT NOT NULL PRIMARY KEY REFERENCES session (id) ON DELETE CASCADE,
            from_us INTEGER NOT NULL,
            until_us INTEGER NOT NULL,
            settled_bpm INTEGER
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE day (
            day TEXT NOT NULL PRIMARY KEY,
            sleep INTEGER,
            resting_bpm INTEGER
        ) STRICT, WITHOUT ROWID;
        """
}
