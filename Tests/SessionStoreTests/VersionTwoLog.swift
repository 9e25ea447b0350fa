/// A log as Steady made it before sessions told what their zones were made of: schema version 2, cut to a few rows. It
/// is never to be brought up to date.
enum VersionTwoLog {
    static let sql =
        VersionOneLog.sql + """

            ALTER TABLE event ADD COLUMN field TEXT;
            ALTER TABLE event ADD COLUMN speed_distance_m INTEGER;
            ALTER TABLE event ADD COLUMN counter_distance_m INTEGER;
            ALTER TABLE event ADD COLUMN inclination_deci_percent INTEGER;
            ALTER TABLE event ADD COLUMN lower_deci_percent INTEGER;
            ALTER TABLE event ADD COLUMN upper_deci_percent INTEGER;
            ALTER TABLE event ADD COLUMN profile TEXT;
            ALTER TABLE event ADD COLUMN profile_name TEXT;
            ALTER TABLE event ADD COLUMN change TEXT;
            INSERT INTO grdb_migrations VALUES ('v2');
            INSERT INTO event VALUES
                ('20261123-061050-e1a6', 12, 1600, 'notice', NULL, NULL, NULL, 'frozen_field', '00:AA:01:5E:AD:02',
                    NULL, NULL, 'elapsed_time', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
            """
}
