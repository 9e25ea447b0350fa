/// A log as Steady made it before there were notices: schema version 1, cut to a few rows.
///
/// Made by the program itself (`steady import odd.btsnoop`), then dumped; it is never to be brought up to date.
enum VersionOneLog {
    static let sql = """
        CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
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
        INSERT INTO grdb_migrations VALUES
            ('v1');
        INSERT INTO session VALUES
            ('20261123-061050-e1a6', 1795414250600115, 'replay', 'odd.btsnoop', 'acsm_max', 116, 138, 69424,
                15920, 0, 53504, 0, 0, 53504, 0, 0, 84000, 72, 72, 72, 94, 248);
        INSERT INTO zone_time VALUES
            ('20261123-061050-e1a6', 0, 0, 53504),
            ('20261123-061050-e1a6', 1, 103, 0),
            ('20261123-061050-e1a6', 2, 116, 0),
            ('20261123-061050-e1a6', 3, 139, 0),
            ('20261123-061050-e1a6', 4, 173, 0);
        INSERT INTO sample VALUES
            ('20261123-061050-e1a6', 0, 72, 'heart_rate', 0, 'below', 'good', 'warm_up', 'running', NULL, NULL,
                NULL, NULL),
            ('20261123-061050-e1a6', 1000, 72, 'heart_rate', 0, 'below', 'good', 'warm_up', 'paused_belt', 0, 0,
                0, 0),
            ('20261123-061050-e1a6', 2000, 72, 'heart_rate', 0, 'below', 'good', 'warm_up', 'running', 30, 0, 0, 0),
            ('20261123-061050-e1a6', 3000, 72, 'heart_rate', 0, 'below', 'good', 'warm_up', 'running', 90, 0, 0, 0),
            ('20261123-061050-e1a6', 4000, 72, 'heart_rate', 0, 'below', 'good', 'warm_up', 'running', 150, 0,
                1000, 0);
        INSERT INTO event VALUES
            ('20261123-061050-e1a6', 1, 0, 'transition', 'session', 'idle', 'running', NULL, NULL, NULL, NULL),
            ('20261123-061050-e1a6', 2, 0, 'sensor', NULL, NULL, 'live', 'Bench Strap', 'E1:57:EA:D1:00:01',
                'heart_rate', 88),
            ('20261123-061050-e1a6', 3, 0, 'transition', 'link', 'none', 'good', NULL, NULL, NULL, NULL),
            ('20261123-061050-e1a6', 4, 0, 'transition', 'band', 'unknown', 'below', NULL, NULL, NULL, NULL),
            ('20261123-061050-e1a6', 6, 503, 'sensor', NULL, NULL, 'live', 'Bench Treadmill',
                '00:AA:01:5E:AD:02', 'treadmill', NULL),
            ('20261123-061050-e1a6', 7, 503, 'transition', 'belt', 'none', 'stopped', NULL, NULL, NULL, NULL),
            ('20261123-061050-e1a6', 8, 503, 'transition', 'session', 'running', 'paused_belt', NULL, NULL, NULL,
                NULL),
            ('20261123-061050-e1a6', 10, 1501, 'transition', 'belt', 'stopped', 'moving', NULL, NULL, NULL, NULL),
            ('20261123-061050-e1a6', 11, 1501, 'transition', 'session', 'paused_belt', 'running', NULL, NULL,
                NULL, NULL);
        INSERT INTO issue VALUES
            ('20261123-061050-e1a6', 'empty', 2),
            ('20261123-061050-e1a6', 'no_rr_intervals', 1),
            ('20261123-061050-e1a6', 'odd_rr_byte', 1),
            ('20261123-061050-e1a6', 'reserved_bits', 2),
            ('20261123-061050-e1a6', 'trailing_bytes', 1),
            ('20261123-061050-e1a6', 'truncated', 8);
        """

    static let sessionID = "20261123-061050-e1a6"
}
