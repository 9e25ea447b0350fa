internal import GRDB

/// The tables of the log, as `SCHEMA.md` documents them.
enum Schema {
    /// Marks the file as a session log of Steady ("Stdy" in ASCII): what `PRAGMA application_id` gives.
    static let applicationID: Int32 = 0x5374_6479

    /// All versions of the schema, oldest first. A version that was released is never edited: a change is a new one.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("v1") { database in
            try database.execute(sql: "PRAGMA application_id = \(applicationID)")
            try database.execute(sql: version1)
        }
        migrator.registerMigration("v2") { try $0.execute(sql: version2) }
        migrator.registerMigration("v3") { try $0.execute(sql: version3) }
        migrator.registerMigration("v4") { try $0.execute(sql: version4) }
        migrator.registerMigration("v5") { try $0.execute(sql: version5) }
        return migrator
    }

    /// Where each value comes from, how far it can be believed, what the two ways to a distance say, the metrics, and what zones
    /// and band were made of.
    private static let version3 = """
        ALTER TABLE session ADD COLUMN flagged_ms INTEGER;
        ALTER TABLE session ADD COLUMN speed_distance_mm INTEGER;
        ALTER TABLE session ADD COLUMN counter_distance_mm INTEGER;
        ALTER TABLE session ADD COLUMN model_chosen INTEGER;
        ALTER TABLE session ADD COLUMN band_origin TEXT;
        ALTER TABLE session ADD COLUMN profile_maximum_bpm INTEGER;
        ALTER TABLE session ADD COLUMN maximum_origin TEXT;
        ALTER TABLE session ADD COLUMN age_years INTEGER;
        ALTER TABLE session ADD COLUMN resting_bpm INTEGER;
        ALTER TABLE session ADD COLUMN resting_origin TEXT;
        ALTER TABLE session ADD COLUMN threshold_bpm INTEGER;
        ALTER TABLE session ADD COLUMN talk_bpm INTEGER;
        ALTER TABLE session ADD COLUMN talk_day TEXT;
        ALTER TABLE sample ADD COLUMN heart_rate_doubts INTEGER;
        ALTER TABLE sample ADD COLUMN heading_bpm INTEGER;
        ALTER TABLE sample ADD COLUMN alpha1_hundredths INTEGER;
        ALTER TABLE sample ADD COLUMN is_alpha1_rough INTEGER;
        ALTER TABLE sample ADD COLUMN cadence_per_min INTEGER;
        ALTER TABLE sample ADD COLUMN is_belt_unattended INTEGER;
        ALTER TABLE event ADD COLUMN quality TEXT;

        CREATE TABLE metric (
            session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
            name TEXT NOT NULL,
            value REAL NOT NULL,
            share_per_mille INTEGER NOT NULL,
            PRIMARY KEY (session_id, name)
        ) STRICT, WITHOUT ROWID;
        """

    /// What a notice tells.
    private static let version2 = """
        ALTER TABLE event ADD COLUMN field TEXT;
        ALTER TABLE event ADD COLUMN speed_distance_m INTEGER;
        ALTER TABLE event ADD COLUMN counter_distance_m INTEGER;
        ALTER TABLE event ADD COLUMN inclination_deci_percent INTEGER;
        ALTER TABLE event ADD COLUMN lower_deci_percent INTEGER;
        ALTER TABLE event ADD COLUMN upper_deci_percent INTEGER;
        ALTER TABLE event ADD COLUMN profile TEXT;
        ALTER TABLE event ADD COLUMN profile_name TEXT;
        ALTER TABLE event ADD COLUMN change TEXT;
        """

    private static let version1 = """
        CREATE TABLE session (
            id TEXT NOT NULL PRIMARY KEY,
            started_at_us INTEGER NOT NULL,
            source TEXT NOT NULL,
            imported_from TEXT,
            zone_model TEXT NOT NULL,
            band_lower_bpm INTEGER NOT NULL,
            band_upper_bpm INTEGER NOT NULL,
            elapsed_ms INTEGER NOT NULL DEFAULT 0,
            paused_ms INTEGER NOT NULL DEFAULT 0,
            unknown_ms INTEGER NOT NULL DEFAULT 0,
            below_ms INTEGER NOT NULL DEFAULT 0,
            in_ms INTEGER NOT NULL DEFAULT 0,
            above_ms INTEGER NOT NULL DEFAULT 0,
            warm_up_ms INTEGER NOT NULL DEFAULT 0,
            main_ms INTEGER NOT NULL DEFAULT 0,
            cool_down_ms INTEGER NOT NULL DEFAULT 0,
            distance_mm INTEGER,
            average_bpm INTEGER,
            minimum_bpm INTEGER,
            maximum_bpm INTEGER,
            rr_intervals INTEGER NOT NULL DEFAULT 0,
            packets INTEGER NOT NULL DEFAULT 0
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX session_by_start ON session (started_at_us);

        CREATE TABLE zone_time (
            session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
            zone INTEGER NOT NULL,
            lower_bpm INTEGER NOT NULL,
            time_ms INTEGER NOT NULL,
            PRIMARY KEY (session_id, zone)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE sample (
            session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
            t_ms INTEGER NOT NULL,
            heart_rate_bpm INTEGER,
            heart_rate_source TEXT,
            zone INTEGER,
            band TEXT NOT NULL,
            link TEXT NOT NULL,
            phase TEXT NOT NULL,
            session_state TEXT NOT NULL,
            speed_centi_km_h INTEGER,
            inclination_deci_percent INTEGER,
            distance_mm INTEGER,
            total_energy_kcal INTEGER,
            PRIMARY KEY (session_id, t_ms)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE event (
            session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
            seq INTEGER NOT NULL,
            t_ms INTEGER NOT NULL,
            kind TEXT NOT NULL,
            region TEXT,
            from_state TEXT,
            to_state TEXT,
            name TEXT,
            sensor TEXT,
            sensor_kind TEXT,
            battery_percent INTEGER,
            PRIMARY KEY (session_id, seq)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE issue (
            session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
            name TEXT NOT NULL,
            count INTEGER NOT NULL,
            PRIMARY KEY (session_id, name)
        ) STRICT, WITHOUT ROWID;
        """
}
