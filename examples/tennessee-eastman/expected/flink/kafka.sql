-- Where lines come from and where they go, by Kafka: each message is one of the JSON objects that 'twinwright live --format json'
-- prints. Change addresses and topics here. Flink 2.3 runs it by 'sql-client.sh -i kafka.sql -f insights.sql'; the connector is a
-- library of its own: flink-sql-connector-kafka.

-- A topic in which nothing comes must not hold back the others.
SET 'table.exec.source.idle-timeout' = '5 s';

CREATE TABLE `lines` (
  `time` STRING, event STRING, path STRING, `value` STRING, unit STRING, status STRING, text STRING, mark STRING
) WITH (
  'connector' = 'kafka',
  'properties.bootstrap.servers' = 'kafka:9092',
  'properties.group.id' = 'twinwright',
  'topic' = 'twinwright.lines;twinwright.insights',
  'scan.startup.mode' = 'latest-offset',
  'format' = 'json',
  'json.ignore-parse-errors' = 'true'
);

CREATE TABLE insights (
  `time` STRING, event STRING, path STRING, `value` STRING, unit STRING, status STRING, text STRING, mark STRING
) WITH (
  'connector' = 'kafka',
  'properties.bootstrap.servers' = 'kafka:9092',
  'topic' = 'twinwright.insights',
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
