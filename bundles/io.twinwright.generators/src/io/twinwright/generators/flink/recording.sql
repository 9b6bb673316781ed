-- Where lines come from and where they go, by files: a recording, which is what 'twinwright live --format csv' prints, and two
-- folders in the same form. Change the paths here. Flink 2.3 runs it by 'sql-client.sh -i
-- recording.sql -f insights.sql'.

CREATE TABLE `lines` (
  `time` STRING, event STRING, path STRING, `value` STRING, unit STRING, status STRING, text STRING, mark STRING
) WITH (
  'connector' = 'filesystem',
  'path' = 'file:///tmp/twinwright/recording.csv',
  'format' = 'csv'
);

CREATE TABLE insights (
  `time` STRING, event STRING, path STRING, `value` STRING, unit STRING, status STRING, text STRING, mark STRING
) WITH (
  'connector' = 'filesystem',
  'path' = 'file:///tmp/twinwright/insights',
  'format' = 'csv'
);

CREATE TABLE events (
  `time` STRING, event STRING, path STRING, `value` STRING, unit STRING, status STRING, text STRING, mark STRING
) WITH (
  'connector' = 'filesystem',
  'path' = 'file:///tmp/twinwright/events',
  'format' = 'csv'
);
