/// A log as Steady made it before it knew of plans and feelings: schema version 4, cut to a few rows. It is never to be
/// brought up to date.
enum VersionFourLog {
    static let sql =
        VersionThreeLog.sql + """

            ALTER TABLE session ADD COLUMN number INTEGER;
            ALTER TABLE session ADD COLUMN utc_offset_s INTEGER;
            UPDATE session SET number = (
                SELECT count(*) FROM session AS earlier
                WHERE (earlier.started_at_us, earlier.id) <= (session.started_at_us, session.id)
            );
            CREATE UNIQUE INDEX session_by_number ON session (number);

            CREATE TABLE second (
                session_number INTEGER NOT NULL REFERENCES session (number) ON DELETE CASCADE,
                t_ms INTEGER NOT NULL,
                heart_rate_bpm INTEGER,
                heart_rate_source_code INTEGER,
                zone INTEGER,
                state_code INTEGER NOT NULL,
                speed_centi_km_h INTEGER,
                inclination_deci_percent INTEGER,
                distance_mm INTEGER,
                total_energy_kcal INTEGER,
                remark_bits INTEGER,
                heading_bpm INTEGER,
                alpha1_hundredths INTEGER,
                cadence_per_min INTEGER,
                rr_intervals_1024 TEXT,
                PRIMARY KEY (session_number, t_ms)
            ) STRICT, WITHOUT ROWID;

            INSERT INTO second SELECT
                session.number, t_ms, heart_rate_bpm,
                CASE heart_rate_source WHEN 'heart_rate' THEN 0 WHEN 'treadmill' THEN 1 WHEN 'foot_pod' THEN 2 END,
                zone,
                CASE band WHEN 'in' THEN 0 WHEN 'below' THEN 1 WHEN 'above' THEN 2 WHEN 'unknown' THEN 3 END
                    + 4 * CASE phase WHEN 'main' THEN 0 WHEN 'warm_up' THEN 1 WHEN 'cool_down' THEN 2 END
                    + 12 * CASE link WHEN 'good' THEN 0 WHEN 'suspect' THEN 1 WHEN 'stale' THEN 2 WHEN 'lost' THEN 3
                        WHEN 'contact_lost' THEN 4 WHEN 'none' THEN 5 END
                    + 72 * CASE session_state WHEN 'running' THEN 0 WHEN 'paused_belt' THEN 1 WHEN 'paused_user' THEN 2
                        WHEN 'idle' THEN 3 WHEN 'ended' THEN 4 END,
                speed_centi_km_h, inclination_deci_percent, sample.distance_mm, total_energy_kcal,
                nullif(ifnull(heart_rate_doubts, 0) + 65536 * ifnull(is_alpha1_rough, 0)
                    + 131072 * ifnull(is_belt_unattended, 0), 0),
                heading_bpm, alpha1_hundredths, cadence_per_min, NULL
            FROM sample JOIN session ON session.id = sample.session_id ORDER BY session.number, t_ms;
            DROP TABLE sample;

            CREATE TABLE lap (
                session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
                number INTEGER NOT NULL,
                seq INTEGER NOT NULL,
                began_ms INTEGER NOT NULL,
                ended_ms INTEGER NOT NULL,
                paused_ms INTEGER NOT NULL,
                in_ms INTEGER NOT NULL,
                distance_mm INTEGER,
                average_bpm INTEGER,
                minimum_bpm INTEGER,
                maximum_bpm INTEGER,
                PRIMARY KEY (session_id, number)
            ) STRICT, WITHOUT ROWID;

            ALTER TABLE event ADD COLUMN shift_us INTEGER;

            CREATE VIEW sample AS SELECT
                session.id AS session_id, t_ms, heart_rate_bpm,
                CASE heart_rate_source_code WHEN 0 THEN 'heart_rate' WHEN 1 THEN 'treadmill' WHEN 2 THEN 'foot_pod' END
                    AS heart_rate_source,
                zone,
                CASE state_code % 4 WHEN 0 THEN 'in' WHEN 1 THEN 'below' WHEN 2 THEN 'above' ELSE 'unknown' END AS band,
                CASE state_code / 12 % 6 WHEN 0 THEN 'good' WHEN 1 THEN 'suspect' WHEN 2 THEN 'stale' WHEN 3 THEN 'lost'
                    WHEN 4 THEN 'contact_lost' ELSE 'none' END AS link,
                CASE state_code / 4 % 3 WHEN 0 THEN 'main' WHEN 1 THEN 'warm_up' ELSE 'cool_down' END AS phase,
                CASE state_code / 72 WHEN 0 THEN 'running' WHEN 1 THEN 'paused_belt' WHEN 2 THEN 'paused_user'
                    WHEN 3 THEN 'idle' WHEN 4 THEN 'ended' END AS session_state,
                speed_centi_km_h, inclination_deci_percent, second.distance_mm, total_energy_kcal,
                nullif(remark_bits & 65535, 0) AS heart_rate_doubts, heading_bpm, alpha1_hundredths,
                nullif(remark_bits >> 16 & 1, 0) AS is_alpha1_rough, cadence_per_min,
                nullif(remark_bits >> 17 & 1, 0) AS is_belt_unattended, rr_intervals_1024
            FROM second JOIN session ON session.number = second.session_number;

            CREATE VIEW rr_interval AS SELECT
                session.id AS session_id, t_ms, json_each.key AS place, json_each.value * 1000.0 / 1024 AS rr_ms
            FROM session JOIN second ON session.number = second.session_number,
                json_each('[' || replace(rr_intervals_1024, ' ', ',') || ']')
            WHERE rr_intervals_1024 IS NOT NULL;

            CREATE VIEW run AS SELECT
                id, source, imported_from,
                datetime(started_at_us / 1000000 + ifnull(utc_offset_s, 0), 'unixepoch') AS began_local,
                elapsed_ms / 60000.0 AS elapsed_min, (elapsed_ms - paused_ms) / 60000.0 AS moving_min,
                in_ms / 60000.0 AS in_band_min, distance_mm / 1000000.0 AS distance_km, average_bpm
            FROM session;

            CREATE VIEW week AS SELECT
                strftime('%Y', began_local, '-3 days', 'weekday 4')
                    || printf('-W%02d', (strftime('%j', began_local, '-3 days', 'weekday 4') - 1) / 7 + 1) AS week,
                count(*) AS sessions, sum(moving_min >= 10) AS runs, sum(moving_min >= 1) AS starts,
                sum(moving_min) AS moving_min, sum(in_band_min) AS in_band_min, sum(distance_km) AS distance_km
            FROM run WHERE source <> 'demo' GROUP BY 1;
            INSERT INTO grdb_migrations VALUES ('v4');
            UPDATE session SET utc_offset_s = 3600;
            """
}
