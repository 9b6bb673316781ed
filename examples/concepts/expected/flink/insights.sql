SET 'table.local-time-zone' = 'UTC';

CREATE TABLE `samples 10000 ms` (
  `at` AS COALESCE(UNIX_TIMESTAMP(LEFT(`time`, 19), 'yyyy-MM-dd''T''HH:mm:ss') * 1000
    + COALESCE(CAST(RPAD(REGEXP_EXTRACT(`time`, '[.]([0-9]{1,3})', 1), 3, '0') AS BIGINT), 0), 0),
  t AS TO_TIMESTAMP_LTZ(COALESCE(UNIX_TIMESTAMP(LEFT(`time`, 19), 'yyyy-MM-dd''T''HH:mm:ss') * 1000
    + COALESCE(CAST(RPAD(REGEXP_EXTRACT(`time`, '[.]([0-9]{1,3})', 1), 3, '0') AS BIGINT), 0), 0), 3),
  reading AS CASE WHEN `value` <> '' AND UPPER(LEFT(status, 1)) IN ('G', 'U') THEN UPPER(LEFT(status, 1)) || `value` ELSE 'B' END,
  WATERMARK FOR t AS TO_TIMESTAMP_LTZ(COALESCE(UNIX_TIMESTAMP(LEFT(`time`, 19), 'yyyy-MM-dd''T''HH:mm:ss') * 1000
    + COALESCE(CAST(RPAD(REGEXP_EXTRACT(`time`, '[.]([0-9]{1,3})', 1), 3, '0') AS BIGINT), 0), 0) - 10000, 3)
) LIKE `lines`;

CREATE TEMPORARY VIEW `House3.warmth lines` AS
SELECT t,
  `at`,
  LAST_VALUE(CASE WHEN event IN ('value', 'insight') THEN `at` END) OVER sofar AS heard,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'House3.air' THEN reading END) OVER sofar AS r0,
  LAST_VALUE(CASE WHEN event = 'link' AND (path = 'mqtts://farm.example' OR path NOT IN ('file:data/wt2-2026.csv', 'mqtts://farm.example', 'opc.tcp://localhost:4840', 'opc.tcp://park.example:4840')) THEN CASE status WHEN 'lost' THEN `at` WHEN 'online' THEN -1 END END) OVER sofar AS d0
FROM `samples 10000 ms`
WHERE event IN ('value', 'insight') AND path IN ('House3.air') OR event IN ('link', 'clock')
WINDOW sofar AS (ORDER BY t RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `House3.warmth instants` AS
SELECT t, `at`, heard, r0, d0
FROM (SELECT *, FIRST_VALUE(`at`) OVER two AS before, COUNT(*) OVER two AS n
  FROM `House3.warmth lines`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1 OR before < `at`;

CREATE TEMPORARY VIEW `House3.warmth spans` AS
SELECT t, a, b, COALESCE(CASE WHEN d0 >= 0 THEN d0 + 180000 END, b) AS e0,
  CASE WHEN COALESCE(CASE WHEN d0 >= 0 THEN d0 + 180000 END <= a, FALSE) THEN NULL ELSE TRY_CAST(SUBSTRING(r0, 2) AS DOUBLE) END AS v0, COALESCE(LEFT(r0, 1) = 'U', FALSE) AS u0
FROM (SELECT t, FIRST_VALUE(`at`) OVER two AS a, `at` AS b, COUNT(*) OVER two AS n,
  FIRST_VALUE(COALESCE(r0, '')) OVER two AS r0,
  FIRST_VALUE(COALESCE(d0, -1)) OVER two AS d0
  FROM `House3.warmth instants`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 2;

CREATE TEMPORARY VIEW `House3.warmth pieces` AS
SELECT t, i, i + j AS win, ps, pe, ((i + j + 1) * 86400000 + 345600000) - 86400000 AS ws, ((i + j + 1) * 86400000 + 345600000) AS we, v0, u0, e0
FROM (SELECT *, GREATEST(a, (i * 86400000 + 345600000)) AS ps, LEAST(b, ((i + 1) * 86400000 + 345600000)) AS pe
  FROM (SELECT *, `first` + (number - 1) / 1 AS i, MOD(number - 1, 1) AS j
    FROM (SELECT *, ((a - 345600000) / 86400000) AS `first`, (((b - 1) - 345600000) / 86400000) AS `last` FROM `House3.warmth spans`)
    CROSS JOIN UNNEST(SPLIT('x' || REPEAT(',x', CAST(`last` - `first` + 1 AS INT) * 1 - 1), ',')) WITH ORDINALITY AS cuts(x, number)));

CREATE TEMPORARY VIEW `House3.warmth sums` AS
SELECT t, i, win, pe, ws, we, v0, u0, e0,
  SUM(CASE WHEN (v0 IS NOT NULL AND NOT (u0)) THEN GREATEST(LEAST(pe, e0) - ps, 0) ELSE 0 END) OVER sofar AS x0,
  SUM(CASE WHEN (v0 IS NOT NULL AND NOT (u0)) THEN v0 * GREATEST(LEAST(pe, e0) - ps, 0) / 1000e0 ELSE 0 END) OVER sofar AS x1,
  SUM(CASE WHEN (v0 IS NOT NULL AND NOT (u0)) THEN GREATEST(LEAST(pe, e0) - ps, 0) ELSE 0 END) OVER sofar AS x2
FROM `House3.warmth pieces`
WINDOW sofar AS (PARTITION BY win ORDER BY t ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `House3.warmth windows` AS
SELECT * FROM `House3.warmth sums` WHERE i = win AND pe = we;

CREATE TEMPORARY VIEW `T1.oil alarm 1 lines` AS
SELECT t,
  `at`,
  LAST_VALUE(CASE WHEN event IN ('value', 'insight') THEN `at` END) OVER sofar AS heard,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'T1.oil' THEN reading END) OVER sofar AS r0,
  LAST_VALUE(CASE WHEN event = 'link' AND (path NOT IN ('file:data/wt2-2026.csv', 'mqtts://farm.example', 'opc.tcp://localhost:4840', 'opc.tcp://park.example:4840')) THEN CASE status WHEN 'lost' THEN `at` WHEN 'online' THEN -1 END END) OVER sofar AS d0
FROM `samples 10000 ms`
WHERE event IN ('value', 'insight') AND path IN ('T1.oil') OR event IN ('link', 'clock')
WINDOW sofar AS (ORDER BY t RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `T1.oil alarm 1 instants` AS
SELECT t, `at`, heard, r0, d0
FROM (SELECT *, FIRST_VALUE(`at`) OVER two AS before, COUNT(*) OVER two AS n
  FROM `T1.oil alarm 1 lines`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1 OR before < `at`;

CREATE TEMPORARY VIEW `T1.oil alarm 1 moments` AS
SELECT t, `at`, heard, LEAST(`at`, COALESCE(CASE WHEN d0 >= 0 THEN d0 + 30000 END, `at`)) AS gone,
  CASE WHEN COALESCE(CASE WHEN d0 >= 0 THEN d0 + 30000 END <= `at`, FALSE) THEN NULL ELSE TRY_CAST(SUBSTRING(r0, 2) AS DOUBLE) END AS v0, COALESCE(LEFT(r0, 1) = 'U', FALSE) AS u0
FROM `T1.oil alarm 1 instants`
WHERE COALESCE(r0) IS NOT NULL;

CREATE TEMPORARY VIEW `T1.oil alarm 1 turns` AS
SELECT t, `at` - 1 AS `at`, 0 AS begins
FROM (SELECT t, `at`, COUNT(*) OVER two AS n FROM `T1.oil alarm 1 moments` WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1
UNION ALL
SELECT t, `at`, 1 AS begins FROM `T1.oil alarm 1 moments` WHERE COALESCE(v0 > 80e0, FALSE) AND TRUE
UNION ALL
SELECT t, `at`, 0 AS begins FROM `T1.oil alarm 1 moments` WHERE COALESCE(v0 <= 80e0, FALSE) AND TRUE;

CREATE TEMPORARY VIEW `T1.oil alarm 1 events` AS
SELECT `at`, begins FROM `T1.oil alarm 1 turns`
MATCH_RECOGNIZE (
  ORDER BY t, `at`, begins DESC
  MEASURES B.`at` AS `at`, B.begins AS begins
  ONE ROW PER MATCH
  AFTER MATCH SKIP TO NEXT ROW
  PATTERN (A B)
  DEFINE B AS B.begins <> A.begins
);

CREATE TEMPORARY VIEW `T1.oil alarm 2 lines` AS
SELECT t,
  `at`,
  LAST_VALUE(CASE WHEN event IN ('value', 'insight') THEN `at` END) OVER sofar AS heard,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'T1.oil' THEN reading END) OVER sofar AS r0,
  LAST_VALUE(CASE WHEN event = 'link' AND (path NOT IN ('file:data/wt2-2026.csv', 'mqtts://farm.example', 'opc.tcp://localhost:4840', 'opc.tcp://park.example:4840')) THEN CASE status WHEN 'lost' THEN `at` WHEN 'online' THEN -1 END END) OVER sofar AS d0
FROM `samples 10000 ms`
WHERE event IN ('value', 'insight') AND path IN ('T1.oil') OR event IN ('link', 'clock')
WINDOW sofar AS (ORDER BY t RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `T1.oil alarm 2 instants` AS
SELECT t, `at`, heard, r0, d0
FROM (SELECT *, FIRST_VALUE(`at`) OVER two AS before, COUNT(*) OVER two AS n
  FROM `T1.oil alarm 2 lines`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1 OR before < `at`;

CREATE TEMPORARY VIEW `T1.oil alarm 2 moments` AS
SELECT t, `at`, heard, LEAST(`at`, COALESCE(CASE WHEN d0 >= 0 THEN d0 + 30000 END, `at`)) AS gone,
  CASE WHEN COALESCE(CASE WHEN d0 >= 0 THEN d0 + 30000 END <= `at`, FALSE) THEN NULL ELSE TRY_CAST(SUBSTRING(r0, 2) AS DOUBLE) END AS v0, COALESCE(LEFT(r0, 1) = 'U', FALSE) AS u0
FROM `T1.oil alarm 2 instants`
WHERE COALESCE(r0) IS NOT NULL;

CREATE TEMPORARY VIEW `T1.oil alarm 2 turns` AS
SELECT t, `at` - 1 AS `at`, 0 AS begins
FROM (SELECT t, `at`, COUNT(*) OVER two AS n FROM `T1.oil alarm 2 moments` WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1
UNION ALL
SELECT t, `at`, 1 AS begins FROM `T1.oil alarm 2 moments` WHERE COALESCE(v0 > 105e0, FALSE) AND TRUE
UNION ALL
SELECT t, `at`, 0 AS begins FROM `T1.oil alarm 2 moments` WHERE COALESCE(v0 <= 105e0, FALSE) AND TRUE;

CREATE TEMPORARY VIEW `T1.oil alarm 2 events` AS
SELECT `at`, begins FROM `T1.oil alarm 2 turns`
MATCH_RECOGNIZE (
  ORDER BY t, `at`, begins DESC
  MEASURES B.`at` AS `at`, B.begins AS begins
  ONE ROW PER MATCH
  AFTER MATCH SKIP TO NEXT ROW
  PATTERN (A B)
  DEFINE B AS B.begins <> A.begins
);

CREATE TEMPORARY VIEW `T2.oil alarm 1 lines` AS
SELECT t,
  `at`,
  LAST_VALUE(CASE WHEN event IN ('value', 'insight') THEN `at` END) OVER sofar AS heard,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'T2.oil' THEN reading END) OVER sofar AS r0,
  LAST_VALUE(CASE WHEN event = 'link' AND (path NOT IN ('file:data/wt2-2026.csv', 'mqtts://farm.example', 'opc.tcp://localhost:4840', 'opc.tcp://park.example:4840')) THEN CASE status WHEN 'lost' THEN `at` WHEN 'online' THEN -1 END END) OVER sofar AS d0
FROM `samples 10000 ms`
WHERE event IN ('value', 'insight') AND path IN ('T2.oil') OR event IN ('link', 'clock')
WINDOW sofar AS (ORDER BY t RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `T2.oil alarm 1 instants` AS
SELECT t, `at`, heard, r0, d0
FROM (SELECT *, FIRST_VALUE(`at`) OVER two AS before, COUNT(*) OVER two AS n
  FROM `T2.oil alarm 1 lines`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1 OR before < `at`;

CREATE TEMPORARY VIEW `T2.oil alarm 1 moments` AS
SELECT t, `at`, heard, LEAST(`at`, COALESCE(CASE WHEN d0 >= 0 THEN d0 + 180000 END, `at`)) AS gone,
  CASE WHEN COALESCE(CASE WHEN d0 >= 0 THEN d0 + 180000 END <= `at`, FALSE) THEN NULL ELSE TRY_CAST(SUBSTRING(r0, 2) AS DOUBLE) END AS v0, COALESCE(LEFT(r0, 1) = 'U', FALSE) AS u0
FROM `T2.oil alarm 1 instants`
WHERE COALESCE(r0) IS NOT NULL;

CREATE TEMPORARY VIEW `T2.oil alarm 1 turns` AS
SELECT t, `at` - 1 AS `at`, 0 AS begins
FROM (SELECT t, `at`, COUNT(*) OVER two AS n FROM `T2.oil alarm 1 moments` WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1
UNION ALL
SELECT t, `at`, 1 AS begins FROM `T2.oil alarm 1 moments` WHERE COALESCE(v0 > 90e0, FALSE) AND TRUE
UNION ALL
SELECT t, `at`, 0 AS begins FROM `T2.oil alarm 1 moments` WHERE COALESCE(v0 <= 90e0, FALSE) AND TRUE;

CREATE TEMPORARY VIEW `T2.oil alarm 1 events` AS
SELECT `at`, begins FROM `T2.oil alarm 1 turns`
MATCH_RECOGNIZE (
  ORDER BY t, `at`, begins DESC
  MEASURES B.`at` AS `at`, B.begins AS begins
  ONE ROW PER MATCH
  AFTER MATCH SKIP TO NEXT ROW
  PATTERN (A B)
  DEFINE B AS B.begins <> A.begins
);

CREATE TEMPORARY VIEW `T2.oil alarm 2 lines` AS
SELECT t,
  `at`,
  LAST_VALUE(CASE WHEN event IN ('value', 'insight') THEN `at` END) OVER sofar AS heard,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'T2.oil' THEN reading END) OVER sofar AS r0,
  LAST_VALUE(CASE WHEN event = 'link' AND (path NOT IN ('file:data/wt2-2026.csv', 'mqtts://farm.example', 'opc.tcp://localhost:4840', 'opc.tcp://park.example:4840')) THEN CASE status WHEN 'lost' THEN `at` WHEN 'online' THEN -1 END END) OVER sofar AS d0
FROM `samples 10000 ms`
WHERE event IN ('value', 'insight') AND path IN ('T2.oil') OR event IN ('link', 'clock')
WINDOW sofar AS (ORDER BY t RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `T2.oil alarm 2 instants` AS
SELECT t, `at`, heard, r0, d0
FROM (SELECT *, FIRST_VALUE(`at`) OVER two AS before, COUNT(*) OVER two AS n
  FROM `T2.oil alarm 2 lines`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1 OR before < `at`;

CREATE TEMPORARY VIEW `T2.oil alarm 2 moments` AS
SELECT t, `at`, heard, LEAST(`at`, COALESCE(CASE WHEN d0 >= 0 THEN d0 + 180000 END, `at`)) AS gone,
  CASE WHEN COALESCE(CASE WHEN d0 >= 0 THEN d0 + 180000 END <= `at`, FALSE) THEN NULL ELSE TRY_CAST(SUBSTRING(r0, 2) AS DOUBLE) END AS v0, COALESCE(LEFT(r0, 1) = 'U', FALSE) AS u0
FROM `T2.oil alarm 2 instants`
WHERE COALESCE(r0) IS NOT NULL;

CREATE TEMPORARY VIEW `T2.oil alarm 2 turns` AS
SELECT t, `at` - 1 AS `at`, 0 AS begins
FROM (SELECT t, `at`, COUNT(*) OVER two AS n FROM `T2.oil alarm 2 moments` WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1
UNION ALL
SELECT t, `at`, 1 AS begins FROM `T2.oil alarm 2 moments` WHERE COALESCE(v0 > 105e0, FALSE) AND TRUE
UNION ALL
SELECT t, `at`, 0 AS begins FROM `T2.oil alarm 2 moments` WHERE COALESCE(v0 <= 105e0, FALSE) AND TRUE;

CREATE TEMPORARY VIEW `T2.oil alarm 2 events` AS
SELECT `at`, begins FROM `T2.oil alarm 2 turns`
MATCH_RECOGNIZE (
  ORDER BY t, `at`, begins DESC
  MEASURES B.`at` AS `at`, B.begins AS begins
  ONE ROW PER MATCH
  AFTER MATCH SKIP TO NEXT ROW
  PATTERN (A B)
  DEFINE B AS B.begins <> A.begins
);

CREATE TEMPORARY VIEW `R1.moved lines` AS
SELECT t,
  `at`,
  LAST_VALUE(CASE WHEN event IN ('value', 'insight') THEN `at` END) OVER sofar AS heard,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'R1.gap' THEN reading END) OVER sofar AS r0,
  LAST_VALUE(CASE WHEN event = 'link' AND (path NOT IN ('file:data/wt2-2026.csv', 'mqtts://farm.example', 'opc.tcp://localhost:4840', 'opc.tcp://park.example:4840')) THEN CASE status WHEN 'lost' THEN `at` WHEN 'online' THEN -1 END END) OVER sofar AS d0
FROM `samples 10000 ms`
WHERE event IN ('value', 'insight') AND path IN ('R1.gap') OR event IN ('link', 'clock')
WINDOW sofar AS (ORDER BY t RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `R1.moved instants` AS
SELECT t, `at`, heard, r0, d0
FROM (SELECT *, FIRST_VALUE(`at`) OVER two AS before, COUNT(*) OVER two AS n
  FROM `R1.moved lines`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1 OR before < `at`;

CREATE TEMPORARY VIEW `R1.moved moments` AS
SELECT t, `at`, heard, LEAST(`at`, COALESCE(CASE WHEN d0 >= 0 THEN d0 + 30000 END, `at`)) AS gone,
  CASE WHEN COALESCE(CASE WHEN d0 >= 0 THEN d0 + 30000 END <= `at`, FALSE) THEN NULL ELSE TRY_CAST(SUBSTRING(r0, 2) AS DOUBLE) END AS v0, COALESCE(LEFT(r0, 1) = 'U', FALSE) AS u0
FROM `R1.moved instants`
WHERE COALESCE(r0) IS NOT NULL;

CREATE TEMPORARY VIEW `R1.moved outcomes` AS
SELECT t, `at`, heard, gone, outcome, doubtful, FIRST_VALUE(outcome IS NULL) OVER two AS wasbad, COUNT(*) OVER two AS n
FROM (SELECT *, (v0 <> 0.4e0) AS outcome, (u0) AS doubtful FROM `R1.moved moments`)
WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW);

EXECUTE STATEMENT SET BEGIN
INSERT INTO insights
SELECT DATE_FORMAT(TO_TIMESTAMP_LTZ(ended, 3), 'yyyy-MM-dd''T''HH:mm:ss.SSS''Z'''), 'insight', 'House3.warmth', shown, 'Cel',
  CASE WHEN shown IS NULL THEN 'bad' WHEN doubtful THEN 'uncertain' ELSE 'good' END, CAST(NULL AS STRING), CAST(NULL AS STRING)
FROM (SELECT ended, doubtful, CASE WHEN outcome BETWEEN -1.7976931348623157e308 AND 1.7976931348623157e308 THEN CAST(outcome AS STRING) END AS shown
  FROM (SELECT we AS ended, (CAST(x0 AS DOUBLE) / (we - ws) < 0.8e0) AS doubtful, CASE WHEN x0 > 0 THEN x1 / NULLIF((x2 / 1000e0), 0e0) END AS outcome FROM `House3.warmth windows`));
INSERT INTO events
SELECT DATE_FORMAT(TO_TIMESTAMP_LTZ(`at`, 3), 'yyyy-MM-dd''T''HH:mm:ss.SSS''Z'''), 'alarm', 'T1.oil', CASE begins WHEN 1 THEN 'true' ELSE 'false' END, CAST(NULL AS STRING), 'high', CAST(NULL AS STRING), CAST(NULL AS STRING) FROM `T1.oil alarm 1 events`;
INSERT INTO events
SELECT DATE_FORMAT(TO_TIMESTAMP_LTZ(`at`, 3), 'yyyy-MM-dd''T''HH:mm:ss.SSS''Z'''), 'alarm', 'T1.oil', CASE begins WHEN 1 THEN 'true' ELSE 'false' END, CAST(NULL AS STRING), 'highhigh', CAST(NULL AS STRING), CAST(NULL AS STRING) FROM `T1.oil alarm 2 events`;
INSERT INTO events
SELECT DATE_FORMAT(TO_TIMESTAMP_LTZ(`at`, 3), 'yyyy-MM-dd''T''HH:mm:ss.SSS''Z'''), 'alarm', 'T2.oil', CASE begins WHEN 1 THEN 'true' ELSE 'false' END, CAST(NULL AS STRING), 'high', CAST(NULL AS STRING), CAST(NULL AS STRING) FROM `T2.oil alarm 1 events`;
INSERT INTO events
SELECT DATE_FORMAT(TO_TIMESTAMP_LTZ(`at`, 3), 'yyyy-MM-dd''T''HH:mm:ss.SSS''Z'''), 'alarm', 'T2.oil', CASE begins WHEN 1 THEN 'true' ELSE 'false' END, CAST(NULL AS STRING), 'highhigh', CAST(NULL AS STRING), CAST(NULL AS STRING) FROM `T2.oil alarm 2 events`;
INSERT INTO insights
SELECT DATE_FORMAT(TO_TIMESTAMP_LTZ(ended, 3), 'yyyy-MM-dd''T''HH:mm:ss.SSS''Z'''), 'insight', 'R1.moved', shown, CAST(NULL AS STRING),
  CASE WHEN shown IS NULL THEN 'bad' WHEN doubtful THEN 'uncertain' ELSE 'good' END, CAST(NULL AS STRING), CAST(NULL AS STRING)
FROM (SELECT ended, doubtful, CAST(outcome AS STRING) AS shown
  FROM (SELECT CASE WHEN heard < `at` AND outcome IS NULL THEN gone ELSE `at` END AS ended, doubtful, outcome FROM `R1.moved outcomes`
  WHERE heard = `at` OR n = 2 AND (outcome IS NULL) <> wasbad));
END;
