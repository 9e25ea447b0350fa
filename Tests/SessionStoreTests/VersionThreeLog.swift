/// A log as Steady made it before there were laps and packed samples: schema version 3, cut to a few rows. It is never to
/// be brought up to date.
enum VersionThreeLog {
    static let sql =
        VersionTwoLog.sql + """

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
            INSERT INTO grdb_migrations VALUES ('v3');
            UPDATE session SET model_chosen = 0, band_origin = 'maximum', profile_maximum_bpm = 173,
                maximum_origin = 'assumed', flagged_ms = 0;
            UPDATE sample SET heart_rate_doubts = 2, heading_bpm = 81, alpha1_hundredths = 75, is_alpha1_rough = 1,
                cadence_per_min = 82, is_belt_unattended = 1, phase = 'cool_down', link = 'contact_lost',
                session_state = 'ended', heart_rate_source = 'foot_pod' WHERE t_ms = 4000;
            INSERT INTO session VALUES
                ('20261122-061050-0000', 1795328250600115, 'bluez', NULL, 'acsm_max', 116, 138, 1000, 0, 1000,
                    0, 0, 0, 1000, 0, 0, NULL, NULL, NULL, NULL, 0, 2,
                    NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
            INSERT INTO zone_time VALUES ('20261122-061050-0000', 0, 0, 0);
            INSERT INTO sample VALUES
                ('20261122-061050-0000', 0, NULL, NULL, NULL, 'unknown', 'none', 'warm_up', 'idle', NULL, NULL, NULL,
                    NULL, NULL, NULL, NULL, NULL, NULL, NULL),
                ('20261122-061050-0000', 1000, NULL, NULL, NULL, 'in', 'stale', 'main', 'paused_user', NULL, NULL,
                    NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
            INSERT INTO metric VALUES ('20261123-061050-e1a6', 'peak_bpm', 72.0, 1000);
            """
}
