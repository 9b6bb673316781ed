-- Where lines come from and where they go, by Kafka: each message is one of the JSON objects that 'twinwright live --format json'
-- prints. Change addresses and topics here. Flink 2.3 runs it by 'sql-client.sh -i kafka.sql -f insights.sql'; the connector is a
-- library of its own: flink-sql-connector-kafka.

-- Insights go where lines come from, because alarms, feedbacks and other insights read them. That topic must have one partition:
-- time goes on only when it has gone on in all of them. An insight is waited for as if it came when it was computed; lines that
-- come faster than they happened, such as those of a replay, must have the insights among them.

CREATE TABLE `lines` (
  `time` STRING, event STRING, path STRING, `value` STRING, unit STRING, status STRING, text STRING, mark STRING
) WITH (
  'connector' = 'kafka',
  'properties.bootstrap.servers' = 'kafka:9092',
  'properties.group.id' = 'twinwright',
  'topic' = 'twinwright.lines',
  'scan.startup.mode' = 'latest-offset',
  'format' = 'json',
  'json.ignore-parse-errors' = 'true'
);

CREATE TABLE insights (
  `time` STRING, event STRING, path STRING, `value` STRING, unit STRING, status STRING, text STRING, mark STRING
) WITH (
  'connector' = 'kafka',
  'properties.bootstrap.servers' = 'kafka:9092',
  'topic' = 'twinwright.lines',
  'format' = 'json'
);

CREATE TABLE events (
  `time` STRING, event STRING, path STRING, `value` STRING, unit STRING, status STRING, text STRING, mark STRING
) WITH (
  'connector' = 'kafka',
  'properties.bootstrap.servers' = 'kafka:9092',
  'topic' = 'twinwright.events',
  'format' = 'json'
);
