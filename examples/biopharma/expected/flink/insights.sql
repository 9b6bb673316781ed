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

CREATE TABLE `samples 20000 ms` (
  `at` AS COALESCE(UNIX_TIMESTAMP(LEFT(`time`, 19), 'yyyy-MM-dd''T''HH:mm:ss') * 1000
    + COALESCE(CAST(RPAD(REGEXP_EXTRACT(`time`, '[.]([0-9]{1,3})', 1), 3, '0') AS BIGINT), 0), 0),
  t AS TO_TIMESTAMP_LTZ(COALESCE(UNIX_TIMESTAMP(LEFT(`time`, 19), 'yyyy-MM-dd''T''HH:mm:ss') * 1000
    + COALESCE(CAST(RPAD(REGEXP_EXTRACT(`time`, '[.]([0-9]{1,3})', 1), 3, '0') AS BIGINT), 0), 0), 3),
  reading AS CASE WHEN `value` <> '' AND UPPER(LEFT(status, 1)) IN ('G', 'U') THEN UPPER(LEFT(status, 1)) || `value` ELSE 'B' END,
  WATERMARK FOR t AS TO_TIMESTAMP_LTZ(COALESCE(UNIX_TIMESTAMP(LEFT(`time`, 19), 'yyyy-MM-dd''T''HH:mm:ss') * 1000
    + COALESCE(CAST(RPAD(REGEXP_EXTRACT(`time`, '[.]([0-9]{1,3})', 1), 3, '0') AS BIGINT), 0), 0) - 20000, 3)
) LIKE `lines`;

CREATE TABLE `samples 43200000 ms` (
  `at` AS COALESCE(UNIX_TIMESTAMP(LEFT(`time`, 19), 'yyyy-MM-dd''T''HH:mm:ss') * 1000
    + COALESCE(CAST(RPAD(REGEXP_EXTRACT(`time`, '[.]([0-9]{1,3})', 1), 3, '0') AS BIGINT), 0), 0) - CASE WHEN mark = 'arrived' THEN CASE path WHEN 'BR9.cells' THEN 3600000 WHEN 'Cell1.reactor.cells' THEN 3600000 ELSE 0 END ELSE 0 END,
  t AS TO_TIMESTAMP_LTZ(COALESCE(UNIX_TIMESTAMP(LEFT(`time`, 19), 'yyyy-MM-dd''T''HH:mm:ss') * 1000
    + COALESCE(CAST(RPAD(REGEXP_EXTRACT(`time`, '[.]([0-9]{1,3})', 1), 3, '0') AS BIGINT), 0), 0) - CASE WHEN mark = 'arrived' THEN CASE path WHEN 'BR9.cells' THEN 3600000 WHEN 'Cell1.reactor.cells' THEN 3600000 ELSE 0 END ELSE 0 END, 3),
  reading AS CASE WHEN `value` <> '' AND UPPER(LEFT(status, 1)) IN ('G', 'U') THEN UPPER(LEFT(status, 1)) || `value` ELSE 'B' END,
  WATERMARK FOR t AS TO_TIMESTAMP_LTZ(COALESCE(UNIX_TIMESTAMP(LEFT(`time`, 19), 'yyyy-MM-dd''T''HH:mm:ss') * 1000
    + COALESCE(CAST(RPAD(REGEXP_EXTRACT(`time`, '[.]([0-9]{1,3})', 1), 3, '0') AS BIGINT), 0), 0) - CASE WHEN mark = 'arrived' THEN CASE path WHEN 'BR9.cells' THEN 3600000 WHEN 'Cell1.reactor.cells' THEN 3600000 ELSE 0 END ELSE 0 END - 43200000, 3)
) LIKE `lines`;

CREATE TEMPORARY VIEW `BR9.ph alarm 1 lines` AS
SELECT t,
  `at`,
  LAST_VALUE(CASE WHEN event IN ('value', 'insight') THEN `at` END) OVER sofar AS heard,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'BR9.ph' THEN reading END) OVER sofar AS r0,
  LAST_VALUE(CASE WHEN event = 'link' AND (path = 'opc.tcp://pool-gateway:4840' OR path NOT IN ('opc.tcp://br-7:4840', 'opc.tcp://cell1-gateway:4840', 'opc.tcp://pool-gateway:4840')) THEN CASE status WHEN 'lost' THEN `at` WHEN 'online' THEN -1 END END) OVER sofar AS d0
FROM `samples 10000 ms`
WHERE event IN ('value', 'insight') AND path IN ('BR9.ph') OR event IN ('link', 'clock')
WINDOW sofar AS (ORDER BY t RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `BR9.ph alarm 1 instants` AS
SELECT t, `at`, heard, r0, d0
FROM (SELECT *, FIRST_VALUE(`at`) OVER two AS before, COUNT(*) OVER two AS n
  FROM `BR9.ph alarm 1 lines`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1 OR before < `at`;

CREATE TEMPORARY VIEW `BR9.ph alarm 1 moments` AS
SELECT t, `at`, heard, LEAST(`at`, COALESCE(CASE WHEN d0 >= 0 THEN d0 + 30000 END, `at`)) AS gone,
  CASE WHEN COALESCE(CASE WHEN d0 >= 0 THEN d0 + 30000 END <= `at`, FALSE) THEN NULL ELSE TRY_CAST(SUBSTRING(r0, 2) AS DOUBLE) END AS v0, COALESCE(LEFT(r0, 1) = 'U', FALSE) AS u0
FROM `BR9.ph alarm 1 instants`
WHERE COALESCE(r0) IS NOT NULL;

CREATE TEMPORARY VIEW `BR9.ph alarm 1 turns` AS
SELECT t, `at` - 1 AS `at`, 0 AS begins
FROM (SELECT t, `at`, COUNT(*) OVER two AS n FROM `BR9.ph alarm 1 moments` WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1
UNION ALL
SELECT t, `at`, 1 AS begins FROM `BR9.ph alarm 1 moments` WHERE COALESCE(v0 < 6.8e0, FALSE) AND TRUE
UNION ALL
SELECT t, `at`, 0 AS begins FROM `BR9.ph alarm 1 moments` WHERE COALESCE(v0 >= 6.8e0, FALSE) AND TRUE;

CREATE TEMPORARY VIEW `BR9.ph alarm 1 events` AS
SELECT `at`, begins FROM `BR9.ph alarm 1 turns`
MATCH_RECOGNIZE (
  ORDER BY t, `at`, begins DESC
  MEASURES B.`at` AS `at`, B.begins AS begins
  ONE ROW PER MATCH
  AFTER MATCH SKIP TO NEXT ROW
  PATTERN (A B)
  DEFINE B AS B.begins <> A.begins
);

CREATE TEMPORARY VIEW `BR9.ph alarm 2 lines` AS
SELECT t,
  `at`,
  LAST_VALUE(CASE WHEN event IN ('value', 'insight') THEN `at` END) OVER sofar AS heard,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'BR9.ph' THEN reading END) OVER sofar AS r0,
  LAST_VALUE(CASE WHEN event = 'link' AND (path = 'opc.tcp://pool-gateway:4840' OR path NOT IN ('opc.tcp://br-7:4840', 'opc.tcp://cell1-gateway:4840', 'opc.tcp://pool-gateway:4840')) THEN CASE status WHEN 'lost' THEN `at` WHEN 'online' THEN -1 END END) OVER sofar AS d0
FROM `samples 10000 ms`
WHERE event IN ('value', 'insight') AND path IN ('BR9.ph') OR event IN ('link', 'clock')
WINDOW sofar AS (ORDER BY t RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `BR9.ph alarm 2 instants` AS
SELECT t, `at`, heard, r0, d0
FROM (SELECT *, FIRST_VALUE(`at`) OVER two AS before, COUNT(*) OVER two AS n
  FROM `BR9.ph alarm 2 lines`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1 OR before < `at`;

CREATE TEMPORARY VIEW `BR9.ph alarm 2 moments` AS
SELECT t, `at`, heard, LEAST(`at`, COALESCE(CASE WHEN d0 >= 0 THEN d0 + 30000 END, `at`)) AS gone,
  CASE WHEN COALESCE(CASE WHEN d0 >= 0 THEN d0 + 30000 END <= `at`, FALSE) THEN NULL ELSE TRY_CAST(SUBSTRING(r0, 2) AS DOUBLE) END AS v0, COALESCE(LEFT(r0, 1) = 'U', FALSE) AS u0
FROM `BR9.ph alarm 2 instants`
WHERE COALESCE(r0) IS NOT NULL;

CREATE TEMPORARY VIEW `BR9.ph alarm 2 turns` AS
SELECT t, `at` - 1 AS `at`, 0 AS begins
FROM (SELECT t, `at`, COUNT(*) OVER two AS n FROM `BR9.ph alarm 2 moments` WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1
UNION ALL
SELECT t, `at`, 1 AS begins FROM `BR9.ph alarm 2 moments` WHERE COALESCE(v0 > 7.3e0, FALSE) AND TRUE
UNION ALL
SELECT t, `at`, 0 AS begins FROM `BR9.ph alarm 2 moments` WHERE COALESCE(v0 <= 7.3e0, FALSE) AND TRUE;

CREATE TEMPORARY VIEW `BR9.ph alarm 2 events` AS
SELECT `at`, begins FROM `BR9.ph alarm 2 turns`
MATCH_RECOGNIZE (
  ORDER BY t, `at`, begins DESC
  MEASURES B.`at` AS `at`, B.begins AS begins
  ONE ROW PER MATCH
  AFTER MATCH SKIP TO NEXT ROW
  PATTERN (A B)
  DEFINE B AS B.begins <> A.begins
);

CREATE TEMPORARY VIEW `BR9.oxygen alarm 1 lines` AS
SELECT t,
  `at`,
  LAST_VALUE(CASE WHEN event IN ('value', 'insight') THEN `at` END) OVER sofar AS heard,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'BR9.oxygen' THEN reading END) OVER sofar AS r0,
  LAST_VALUE(CASE WHEN event = 'link' AND (path = 'opc.tcp://pool-gateway:4840' OR path NOT IN ('opc.tcp://br-7:4840', 'opc.tcp://cell1-gateway:4840', 'opc.tcp://pool-gateway:4840')) THEN CASE status WHEN 'lost' THEN `at` WHEN 'online' THEN -1 END END) OVER sofar AS d0
FROM `samples 10000 ms`
WHERE event IN ('value', 'insight') AND path IN ('BR9.oxygen') OR event IN ('link', 'clock')
WINDOW sofar AS (ORDER BY t RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `BR9.oxygen alarm 1 instants` AS
SELECT t, `at`, heard, r0, d0
FROM (SELECT *, FIRST_VALUE(`at`) OVER two AS before, COUNT(*) OVER two AS n
  FROM `BR9.oxygen alarm 1 lines`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1 OR before < `at`;

CREATE TEMPORARY VIEW `BR9.oxygen alarm 1 moments` AS
SELECT t, `at`, heard, LEAST(`at`, COALESCE(CASE WHEN d0 >= 0 THEN d0 + 30000 END, `at`)) AS gone,
  CASE WHEN COALESCE(CASE WHEN d0 >= 0 THEN d0 + 30000 END <= `at`, FALSE) THEN NULL ELSE TRY_CAST(SUBSTRING(r0, 2) AS DOUBLE) END AS v0, COALESCE(LEFT(r0, 1) = 'U', FALSE) AS u0
FROM `BR9.oxygen alarm 1 instants`
WHERE COALESCE(r0) IS NOT NULL;

CREATE TEMPORARY VIEW `BR9.oxygen alarm 1 turns` AS
SELECT t, `at` - 1 AS `at`, 0 AS begins
FROM (SELECT t, `at`, COUNT(*) OVER two AS n FROM `BR9.oxygen alarm 1 moments` WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1
UNION ALL
SELECT t, `at`, 1 AS begins FROM `BR9.oxygen alarm 1 moments` WHERE COALESCE(v0 < 20e0, FALSE) AND TRUE
UNION ALL
SELECT t, `at`, 0 AS begins FROM `BR9.oxygen alarm 1 moments` WHERE COALESCE(v0 >= 20e0, FALSE) AND TRUE;

CREATE TEMPORARY VIEW `BR9.oxygen alarm 1 events` AS
SELECT `at`, begins FROM `BR9.oxygen alarm 1 turns`
MATCH_RECOGNIZE (
  ORDER BY t, `at`, begins DESC
  MEASURES B.`at` AS `at`, B.begins AS begins
  ONE ROW PER MATCH
  AFTER MATCH SKIP TO NEXT ROW
  PATTERN (A B)
  DEFINE B AS B.begins <> A.begins
);

CREATE TEMPORARY VIEW `BR9.growth lines` AS
SELECT t,
  `at`,
  LAST_VALUE(CASE WHEN event IN ('value', 'insight') THEN `at` END) OVER sofar AS heard,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'BR9.cells' THEN reading END) OVER sofar AS r0,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'BR9.cells' THEN `at` END) OVER sofar AS h0,
  LAST_VALUE(CASE WHEN event = 'link' AND (path = 'opc.tcp://pool-gateway:4840' OR path NOT IN ('opc.tcp://br-7:4840', 'opc.tcp://cell1-gateway:4840', 'opc.tcp://pool-gateway:4840')) THEN CASE status WHEN 'lost' THEN `at` WHEN 'online' THEN -1 END END) OVER sofar AS d0
FROM `samples 43200000 ms`
WHERE event IN ('value', 'insight') AND path IN ('BR9.cells') OR event IN ('link', 'clock')
WINDOW sofar AS (ORDER BY t RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `BR9.growth instants` AS
SELECT t, `at`, heard, r0, d0, COALESCE(h0 = `at`, FALSE) AS f0
FROM (SELECT *, FIRST_VALUE(`at`) OVER two AS before, COUNT(*) OVER two AS n
  FROM `BR9.growth lines`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1 OR before < `at`;

CREATE TEMPORARY VIEW `BR9.growth spans` AS
SELECT t, a, b, COALESCE(CASE WHEN d0 >= 0 THEN d0 + 259200000 END, b) AS e0, f0,
  CASE WHEN COALESCE(CASE WHEN d0 >= 0 THEN d0 + 259200000 END <= a, FALSE) THEN NULL ELSE TRY_CAST(SUBSTRING(r0, 2) AS DOUBLE) END AS v0, COALESCE(LEFT(r0, 1) = 'U', FALSE) AS u0
FROM (SELECT t, FIRST_VALUE(`at`) OVER two AS a, `at` AS b, COUNT(*) OVER two AS n,
  FIRST_VALUE(COALESCE(r0, '')) OVER two AS r0,
  FIRST_VALUE(f0) OVER two AS f0,
  FIRST_VALUE(COALESCE(d0, -1)) OVER two AS d0
  FROM `BR9.growth instants`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 2;

CREATE TEMPORARY VIEW `BR9.growth pieces` AS
SELECT t, i, i + j AS win, ps, pe, ((i + j + 1) * 3600000 + -32400000) - 86400000 AS ws, ((i + j + 1) * 3600000 + -32400000) AS we, v0, u0, e0, i = `first` AND f0 AS f0
FROM (SELECT *, GREATEST(a, (i * 3600000 + -32400000)) AS ps, LEAST(b, ((i + 1) * 3600000 + -32400000)) AS pe
  FROM (SELECT *, `first` + (number - 1) / 24 AS i, MOD(number - 1, 24) AS j
    FROM (SELECT *, ((a - -32400000) / 3600000) AS `first`, (((b - 1) - -32400000) / 3600000) AS `last` FROM `BR9.growth spans`)
    CROSS JOIN UNNEST(SPLIT('x' || REPEAT(',x', CAST(`last` - `first` + 1 AS INT) * 24 - 1), ',')) WITH ORDINALITY AS cuts(x, number)));

CREATE TEMPORARY VIEW `BR9.growth sums` AS
SELECT t, i, win, pe, ws, we, v0, u0, e0,
  SUM(CASE WHEN ((CASE WHEN (v0 / NULLIF(1e0, 0e0)) > 0e0 THEN LN((v0 / NULLIF(1e0, 0e0))) END) IS NOT NULL AND NOT (u0)) THEN GREATEST(LEAST(pe, e0) - ps, 0) ELSE 0 END) OVER sofar AS x0,
  SUM(CASE WHEN ((CASE WHEN (v0 / NULLIF(1e0, 0e0)) > 0e0 THEN LN((v0 / NULLIF(1e0, 0e0))) END) IS NOT NULL AND NOT (u0)) THEN CASE WHEN (f0) THEN 1e0 ELSE 0e0 END ELSE 0 END) OVER sofar AS x1,
  SUM(CASE WHEN ((CASE WHEN (v0 / NULLIF(1e0, 0e0)) > 0e0 THEN LN((v0 / NULLIF(1e0, 0e0))) END) IS NOT NULL AND NOT (u0)) THEN CASE WHEN (f0) THEN ((ps - ws) / 1000e0) ELSE 0e0 END ELSE 0 END) OVER sofar AS x2,
  SUM(CASE WHEN ((CASE WHEN (v0 / NULLIF(1e0, 0e0)) > 0e0 THEN LN((v0 / NULLIF(1e0, 0e0))) END) IS NOT NULL AND NOT (u0)) THEN CASE WHEN (f0) THEN (CASE WHEN (v0 / NULLIF(1e0, 0e0)) > 0e0 THEN LN((v0 / NULLIF(1e0, 0e0))) END) ELSE 0e0 END ELSE 0 END) OVER sofar AS x3,
  SUM(CASE WHEN ((CASE WHEN (v0 / NULLIF(1e0, 0e0)) > 0e0 THEN LN((v0 / NULLIF(1e0, 0e0))) END) IS NOT NULL AND NOT (u0)) THEN CASE WHEN (f0) THEN ((ps - ws) / 1000e0) * ((ps - ws) / 1000e0) ELSE 0e0 END ELSE 0 END) OVER sofar AS x4,
  SUM(CASE WHEN ((CASE WHEN (v0 / NULLIF(1e0, 0e0)) > 0e0 THEN LN((v0 / NULLIF(1e0, 0e0))) END) IS NOT NULL AND NOT (u0)) THEN CASE WHEN (f0) THEN ((ps - ws) / 1000e0) * (CASE WHEN (v0 / NULLIF(1e0, 0e0)) > 0e0 THEN LN((v0 / NULLIF(1e0, 0e0))) END) ELSE 0e0 END ELSE 0 END) OVER sofar AS x5,
  MIN(CASE WHEN ((CASE WHEN (v0 / NULLIF(1e0, 0e0)) > 0e0 THEN LN((v0 / NULLIF(1e0, 0e0))) END) IS NOT NULL AND NOT (u0)) AND (f0) THEN ((ps - ws) / 1000e0) END) OVER sofar AS x6,
  MAX(CASE WHEN ((CASE WHEN (v0 / NULLIF(1e0, 0e0)) > 0e0 THEN LN((v0 / NULLIF(1e0, 0e0))) END) IS NOT NULL AND NOT (u0)) AND (f0) THEN ((ps - ws) / 1000e0) END) OVER sofar AS x7
FROM `BR9.growth pieces`
WINDOW sofar AS (PARTITION BY win ORDER BY t ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `BR9.growth windows` AS
SELECT * FROM `BR9.growth sums` WHERE i = win AND pe = we;

CREATE TEMPORARY VIEW `BR9.contamination alarm 1 lines` AS
SELECT t,
  `at`,
  LAST_VALUE(CASE WHEN event IN ('value', 'insight') THEN `at` END) OVER sofar AS heard,
  LAST_VALUE(CASE WHEN event = 'insight' AND path = 'BR9.contamination' THEN reading END) OVER sofar AS r0
FROM `samples 20000 ms`
WHERE event IN ('value', 'insight') AND path IN ('BR9.contamination') OR event IN ('link', 'clock')
WINDOW sofar AS (ORDER BY t RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `BR9.contamination alarm 1 instants` AS
SELECT t, `at`, heard, r0
FROM (SELECT *, FIRST_VALUE(`at`) OVER two AS before, COUNT(*) OVER two AS n
  FROM `BR9.contamination alarm 1 lines`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1 OR before < `at`;

CREATE TEMPORARY VIEW `BR9.contamination alarm 1 moments` AS
SELECT t, `at`, heard, LEAST(`at`) AS gone,
  TRY_CAST(SUBSTRING(r0, 2) AS DOUBLE) AS v0, COALESCE(LEFT(r0, 1) = 'U', FALSE) AS u0
FROM `BR9.contamination alarm 1 instants`
WHERE COALESCE(r0) IS NOT NULL;

CREATE TEMPORARY VIEW `BR9.contamination alarm 1 turns` AS
SELECT t, `at` - 1 AS `at`, 0 AS begins
FROM (SELECT t, `at`, COUNT(*) OVER two AS n FROM `BR9.contamination alarm 1 moments` WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1
UNION ALL
SELECT t, `at`, 1 AS begins FROM `BR9.contamination alarm 1 moments` WHERE COALESCE(v0 > 0.9e0, FALSE) AND TRUE
UNION ALL
SELECT t, `at`, 0 AS begins FROM `BR9.contamination alarm 1 moments` WHERE COALESCE(v0 <= 0.9e0, FALSE) AND TRUE;

CREATE TEMPORARY VIEW `BR9.contamination alarm 1 events` AS
SELECT `at`, begins FROM `BR9.contamination alarm 1 turns`
MATCH_RECOGNIZE (
  ORDER BY t, `at`, begins DESC
  MEASURES B.`at` AS `at`, B.begins AS begins
  ONE ROW PER MATCH
  AFTER MATCH SKIP TO NEXT ROW
  PATTERN (A B)
  DEFINE B AS B.begins <> A.begins
);

CREATE TEMPORARY VIEW `BR9.perBatch lines` AS
SELECT t,
  `at`,
  LAST_VALUE(CASE WHEN event IN ('value', 'insight') THEN `at` END) OVER sofar AS heard,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'BR9.used' THEN reading END) OVER sofar AS r0,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'BR9.used' AND LEFT(reading, 1) = 'G' THEN TRY_CAST(SUBSTRING(reading, 2) AS DOUBLE) END) OVER sofar AS c0,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'BR9.batch' THEN reading END) OVER sofar AS r1,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'BR9.batch' AND LEFT(reading, 1) = 'G' THEN reading END) OVER sofar AS k,
  LAST_VALUE(CASE WHEN event = 'link' AND (path = 'opc.tcp://pool-gateway:4840' OR path NOT IN ('opc.tcp://br-7:4840', 'opc.tcp://cell1-gateway:4840', 'opc.tcp://pool-gateway:4840')) THEN CASE status WHEN 'lost' THEN `at` WHEN 'online' THEN -1 END END) OVER sofar AS d0
FROM `samples 10000 ms`
WHERE event IN ('value', 'insight') AND path IN ('BR9.used', 'BR9.batch') OR event IN ('link', 'clock')
WINDOW sofar AS (ORDER BY t RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `BR9.perBatch instants` AS
SELECT t, `at`, heard, r0, r1, d0, k,
  CASE WHEN n = 1 OR c0 IS NULL OR p0 = -1e300 THEN 0e0 WHEN c0 >= p0 THEN c0 - p0 ELSE c0 END AS s0
FROM (SELECT *, FIRST_VALUE(`at`) OVER two AS before, COUNT(*) OVER two AS n,
  FIRST_VALUE(COALESCE(c0, -1e300)) OVER two AS p0
  FROM `BR9.perBatch lines`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1 OR before < `at`;

CREATE TEMPORARY VIEW `BR9.perBatch spans` AS
SELECT t, a, b, COALESCE(CASE WHEN d0 >= 0 THEN d0 + 180000 END, b) AS e0, COALESCE(CASE WHEN d0 >= 0 THEN d0 + 3000 END, b) AS e1, s0,
  CASE WHEN COALESCE(CASE WHEN d0 >= 0 THEN d0 + 180000 END <= a, FALSE) THEN NULL ELSE TRY_CAST(SUBSTRING(r0, 2) AS DOUBLE) END AS v0, COALESCE(LEFT(r0, 1) = 'U', FALSE) AS u0,
  CASE WHEN COALESCE(CASE WHEN d0 >= 0 THEN d0 + 3000 END <= a, FALSE) THEN NULL ELSE NULLIF(SUBSTRING(r1, 2), '') END AS v1, COALESCE(LEFT(r1, 1) = 'U', FALSE) AS u1,
  CASE WHEN k <> '' AND `new` <> k THEN 1 ELSE 0 END AS turn
FROM (SELECT t, FIRST_VALUE(`at`) OVER two AS a, `at` AS b, COUNT(*) OVER two AS n,
  FIRST_VALUE(COALESCE(r0, '')) OVER two AS r0,
  FIRST_VALUE(COALESCE(r1, '')) OVER two AS r1,
  FIRST_VALUE(COALESCE(k, '')) OVER two AS k, k AS `new`,
  FIRST_VALUE(s0) OVER two AS s0,
  FIRST_VALUE(COALESCE(d0, -1)) OVER two AS d0
  FROM `BR9.perBatch instants`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 2;

CREATE TEMPORARY VIEW `BR9.perBatch pieces` AS
SELECT t, a AS ps, b AS pe, turn, SUM(turn) OVER sofar - turn AS win, v0, u0, e0, v1, u1, e1, s0
FROM `BR9.perBatch spans`
WINDOW sofar AS (ORDER BY t ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `BR9.perBatch begun` AS
SELECT *, MIN(ps) OVER sofar AS ws
FROM `BR9.perBatch pieces`
WINDOW sofar AS (PARTITION BY win ORDER BY t ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `BR9.perBatch sums` AS
SELECT t, turn, win, ws, pe AS we, v0, u0, e0, v1, u1, e1,
  SUM(CASE WHEN (v0 IS NOT NULL AND NOT (u0)) THEN GREATEST(LEAST(pe, e0) - ps, 0) ELSE 0 END) OVER sofar AS x0,
  SUM(CASE WHEN (v0 IS NOT NULL AND NOT (u0)) THEN s0 ELSE 0 END) OVER sofar AS x1
FROM `BR9.perBatch begun`
WINDOW sofar AS (PARTITION BY win ORDER BY t ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `BR9.perBatch windows` AS
SELECT * FROM `BR9.perBatch sums` WHERE turn = 1;

CREATE TEMPORARY VIEW `HV4.perBatch lines` AS
SELECT t,
  `at`,
  LAST_VALUE(CASE WHEN event IN ('value', 'insight') THEN `at` END) OVER sofar AS heard,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'HV4.used' THEN reading END) OVER sofar AS r0,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'HV4.used' AND LEFT(reading, 1) = 'G' THEN TRY_CAST(SUBSTRING(reading, 2) AS DOUBLE) END) OVER sofar AS c0,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'HV4.batch' THEN reading END) OVER sofar AS r1,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'HV4.batch' AND LEFT(reading, 1) = 'G' THEN reading END) OVER sofar AS k,
  LAST_VALUE(CASE WHEN event = 'link' AND (path = 'opc.tcp://pool-gateway:4840' OR path NOT IN ('opc.tcp://br-7:4840', 'opc.tcp://cell1-gateway:4840', 'opc.tcp://pool-gateway:4840')) THEN CASE status WHEN 'lost' THEN `at` WHEN 'online' THEN -1 END END) OVER sofar AS d0
FROM `samples 10000 ms`
WHERE event IN ('value', 'insight') AND path IN ('HV4.used', 'HV4.batch') OR event IN ('link', 'clock')
WINDOW sofar AS (ORDER BY t RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `HV4.perBatch instants` AS
SELECT t, `at`, heard, r0, r1, d0, k,
  CASE WHEN n = 1 OR c0 IS NULL OR p0 = -1e300 THEN 0e0 WHEN c0 >= p0 THEN c0 - p0 ELSE c0 END AS s0
FROM (SELECT *, FIRST_VALUE(`at`) OVER two AS before, COUNT(*) OVER two AS n,
  FIRST_VALUE(COALESCE(c0, -1e300)) OVER two AS p0
  FROM `HV4.perBatch lines`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1 OR before < `at`;

CREATE TEMPORARY VIEW `HV4.perBatch spans` AS
SELECT t, a, b, COALESCE(CASE WHEN d0 >= 0 THEN d0 + 180000 END, b) AS e0, COALESCE(CASE WHEN d0 >= 0 THEN d0 + 3000 END, b) AS e1, s0,
  CASE WHEN COALESCE(CASE WHEN d0 >= 0 THEN d0 + 180000 END <= a, FALSE) THEN NULL ELSE TRY_CAST(SUBSTRING(r0, 2) AS DOUBLE) END AS v0, COALESCE(LEFT(r0, 1) = 'U', FALSE) AS u0,
  CASE WHEN COALESCE(CASE WHEN d0 >= 0 THEN d0 + 3000 END <= a, FALSE) THEN NULL ELSE NULLIF(SUBSTRING(r1, 2), '') END AS v1, COALESCE(LEFT(r1, 1) = 'U', FALSE) AS u1,
  CASE WHEN k <> '' AND `new` <> k THEN 1 ELSE 0 END AS turn
FROM (SELECT t, FIRST_VALUE(`at`) OVER two AS a, `at` AS b, COUNT(*) OVER two AS n,
  FIRST_VALUE(COALESCE(r0, '')) OVER two AS r0,
  FIRST_VALUE(COALESCE(r1, '')) OVER two AS r1,
  FIRST_VALUE(COALESCE(k, '')) OVER two AS k, k AS `new`,
  FIRST_VALUE(s0) OVER two AS s0,
  FIRST_VALUE(COALESCE(d0, -1)) OVER two AS d0
  FROM `HV4.perBatch instants`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 2;

CREATE TEMPORARY VIEW `HV4.perBatch pieces` AS
SELECT t, a AS ps, b AS pe, turn, SUM(turn) OVER sofar - turn AS win, v0, u0, e0, v1, u1, e1, s0
FROM `HV4.perBatch spans`
WINDOW sofar AS (ORDER BY t ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `HV4.perBatch begun` AS
SELECT *, MIN(ps) OVER sofar AS ws
FROM `HV4.perBatch pieces`
WINDOW sofar AS (PARTITION BY win ORDER BY t ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `HV4.perBatch sums` AS
SELECT t, turn, win, ws, pe AS we, v0, u0, e0, v1, u1, e1,
  SUM(CASE WHEN (v0 IS NOT NULL AND NOT (u0)) THEN GREATEST(LEAST(pe, e0) - ps, 0) ELSE 0 END) OVER sofar AS x0,
  SUM(CASE WHEN (v0 IS NOT NULL AND NOT (u0)) THEN s0 ELSE 0 END) OVER sofar AS x1
FROM `HV4.perBatch begun`
WINDOW sofar AS (PARTITION BY win ORDER BY t ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `HV4.perBatch windows` AS
SELECT * FROM `HV4.perBatch sums` WHERE turn = 1;

CREATE TEMPORARY VIEW `CH5.capture.bindElute.peak lines` AS
SELECT t,
  `at`,
  LAST_VALUE(CASE WHEN event IN ('value', 'insight') THEN `at` END) OVER sofar AS heard,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'CH5.uv' THEN reading END) OVER sofar AS r0,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'CH5.batch' THEN reading END) OVER sofar AS r1,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'CH5.batch' AND LEFT(reading, 1) = 'G' THEN reading END) OVER sofar AS k,
  LAST_VALUE(CASE WHEN event = 'link' AND (path = 'opc.tcp://pool-gateway:4840' OR path NOT IN ('opc.tcp://br-7:4840', 'opc.tcp://cell1-gateway:4840', 'opc.tcp://pool-gateway:4840')) THEN CASE status WHEN 'lost' THEN `at` WHEN 'online' THEN -1 END END) OVER sofar AS d0
FROM `samples 10000 ms`
WHERE event IN ('value', 'insight') AND path IN ('CH5.uv', 'CH5.batch') OR event IN ('link', 'clock')
WINDOW sofar AS (ORDER BY t RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `CH5.capture.bindElute.peak instants` AS
SELECT t, `at`, heard, r0, r1, d0, k
FROM (SELECT *, FIRST_VALUE(`at`) OVER two AS before, COUNT(*) OVER two AS n
  FROM `CH5.capture.bindElute.peak lines`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1 OR before < `at`;

CREATE TEMPORARY VIEW `CH5.capture.bindElute.peak spans` AS
SELECT t, a, b, COALESCE(CASE WHEN d0 >= 0 THEN d0 + 3000 END, b) AS e0, COALESCE(CASE WHEN d0 >= 0 THEN d0 + 3000 END, b) AS e1,
  CASE WHEN COALESCE(CASE WHEN d0 >= 0 THEN d0 + 3000 END <= a, FALSE) THEN NULL ELSE TRY_CAST(SUBSTRING(r0, 2) AS DOUBLE) END AS v0, COALESCE(LEFT(r0, 1) = 'U', FALSE) AS u0,
  CASE WHEN COALESCE(CASE WHEN d0 >= 0 THEN d0 + 3000 END <= a, FALSE) THEN NULL ELSE NULLIF(SUBSTRING(r1, 2), '') END AS v1, COALESCE(LEFT(r1, 1) = 'U', FALSE) AS u1,
  CASE WHEN k <> '' AND `new` <> k THEN 1 ELSE 0 END AS turn
FROM (SELECT t, FIRST_VALUE(`at`) OVER two AS a, `at` AS b, COUNT(*) OVER two AS n,
  FIRST_VALUE(COALESCE(r0, '')) OVER two AS r0,
  FIRST_VALUE(COALESCE(r1, '')) OVER two AS r1,
  FIRST_VALUE(COALESCE(k, '')) OVER two AS k, k AS `new`,
  FIRST_VALUE(COALESCE(d0, -1)) OVER two AS d0
  FROM `CH5.capture.bindElute.peak instants`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 2;

CREATE TEMPORARY VIEW `CH5.capture.bindElute.peak pieces` AS
SELECT t, a AS ps, b AS pe, turn, SUM(turn) OVER sofar - turn AS win, v0, u0, e0, v1, u1, e1
FROM `CH5.capture.bindElute.peak spans`
WINDOW sofar AS (ORDER BY t ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `CH5.capture.bindElute.peak begun` AS
SELECT *, MIN(ps) OVER sofar AS ws
FROM `CH5.capture.bindElute.peak pieces`
WINDOW sofar AS (PARTITION BY win ORDER BY t ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `CH5.capture.bindElute.peak sums` AS
SELECT t, turn, win, ws, pe AS we, v0, u0, e0, v1, u1, e1,
  SUM(CASE WHEN (v0 IS NOT NULL AND NOT (u0)) THEN GREATEST(LEAST(pe, e0) - ps, 0) ELSE 0 END) OVER sofar AS x0,
  MAX(CASE WHEN (v0 IS NOT NULL AND NOT (u0)) AND GREATEST(LEAST(pe, e0) - ps, 0) > 0 THEN v0 END) OVER sofar AS x1
FROM `CH5.capture.bindElute.peak begun`
WINDOW sofar AS (PARTITION BY win ORDER BY t ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `CH5.capture.bindElute.peak windows` AS
SELECT * FROM `CH5.capture.bindElute.peak sums` WHERE turn = 1;

CREATE TEMPORARY VIEW `CH5.perBatch lines` AS
SELECT t,
  `at`,
  LAST_VALUE(CASE WHEN event IN ('value', 'insight') THEN `at` END) OVER sofar AS heard,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'CH5.used' THEN reading END) OVER sofar AS r0,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'CH5.used' AND LEFT(reading, 1) = 'G' THEN TRY_CAST(SUBSTRING(reading, 2) AS DOUBLE) END) OVER sofar AS c0,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'CH5.batch' THEN reading END) OVER sofar AS r1,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'CH5.batch' AND LEFT(reading, 1) = 'G' THEN reading END) OVER sofar AS k,
  LAST_VALUE(CASE WHEN event = 'link' AND (path = 'opc.tcp://pool-gateway:4840' OR path NOT IN ('opc.tcp://br-7:4840', 'opc.tcp://cell1-gateway:4840', 'opc.tcp://pool-gateway:4840')) THEN CASE status WHEN 'lost' THEN `at` WHEN 'online' THEN -1 END END) OVER sofar AS d0
FROM `samples 10000 ms`
WHERE event IN ('value', 'insight') AND path IN ('CH5.used', 'CH5.batch') OR event IN ('link', 'clock')
WINDOW sofar AS (ORDER BY t RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `CH5.perBatch instants` AS
SELECT t, `at`, heard, r0, r1, d0, k,
  CASE WHEN n = 1 OR c0 IS NULL OR p0 = -1e300 THEN 0e0 WHEN c0 >= p0 THEN c0 - p0 ELSE c0 END AS s0
FROM (SELECT *, FIRST_VALUE(`at`) OVER two AS before, COUNT(*) OVER two AS n,
  FIRST_VALUE(COALESCE(c0, -1e300)) OVER two AS p0
  FROM `CH5.perBatch lines`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1 OR before < `at`;

CREATE TEMPORARY VIEW `CH5.perBatch spans` AS
SELECT t, a, b, COALESCE(CASE WHEN d0 >= 0 THEN d0 + 180000 END, b) AS e0, COALESCE(CASE WHEN d0 >= 0 THEN d0 + 3000 END, b) AS e1, s0,
  CASE WHEN COALESCE(CASE WHEN d0 >= 0 THEN d0 + 180000 END <= a, FALSE) THEN NULL ELSE TRY_CAST(SUBSTRING(r0, 2) AS DOUBLE) END AS v0, COALESCE(LEFT(r0, 1) = 'U', FALSE) AS u0,
  CASE WHEN COALESCE(CASE WHEN d0 >= 0 THEN d0 + 3000 END <= a, FALSE) THEN NULL ELSE NULLIF(SUBSTRING(r1, 2), '') END AS v1, COALESCE(LEFT(r1, 1) = 'U', FALSE) AS u1,
  CASE WHEN k <> '' AND `new` <> k THEN 1 ELSE 0 END AS turn
FROM (SELECT t, FIRST_VALUE(`at`) OVER two AS a, `at` AS b, COUNT(*) OVER two AS n,
  FIRST_VALUE(COALESCE(r0, '')) OVER two AS r0,
  FIRST_VALUE(COALESCE(r1, '')) OVER two AS r1,
  FIRST_VALUE(COALESCE(k, '')) OVER two AS k, k AS `new`,
  FIRST_VALUE(s0) OVER two AS s0,
  FIRST_VALUE(COALESCE(d0, -1)) OVER two AS d0
  FROM `CH5.perBatch instants`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 2;

CREATE TEMPORARY VIEW `CH5.perBatch pieces` AS
SELECT t, a AS ps, b AS pe, turn, SUM(turn) OVER sofar - turn AS win, v0, u0, e0, v1, u1, e1, s0
FROM `CH5.perBatch spans`
WINDOW sofar AS (ORDER BY t ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `CH5.perBatch begun` AS
SELECT *, MIN(ps) OVER sofar AS ws
FROM `CH5.perBatch pieces`
WINDOW sofar AS (PARTITION BY win ORDER BY t ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `CH5.perBatch sums` AS
SELECT t, turn, win, ws, pe AS we, v0, u0, e0, v1, u1, e1,
  SUM(CASE WHEN (v0 IS NOT NULL AND NOT (u0)) THEN GREATEST(LEAST(pe, e0) - ps, 0) ELSE 0 END) OVER sofar AS x0,
  SUM(CASE WHEN (v0 IS NOT NULL AND NOT (u0)) THEN s0 ELSE 0 END) OVER sofar AS x1
FROM `CH5.perBatch begun`
WINDOW sofar AS (PARTITION BY win ORDER BY t ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `CH5.perBatch windows` AS
SELECT * FROM `CH5.perBatch sums` WHERE turn = 1;

CREATE TEMPORARY VIEW `SK2.perBatch lines` AS
SELECT t,
  `at`,
  LAST_VALUE(CASE WHEN event IN ('value', 'insight') THEN `at` END) OVER sofar AS heard,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'SK2.used' THEN reading END) OVER sofar AS r0,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'SK2.used' AND LEFT(reading, 1) = 'G' THEN TRY_CAST(SUBSTRING(reading, 2) AS DOUBLE) END) OVER sofar AS c0,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'SK2.batch' THEN reading END) OVER sofar AS r1,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'SK2.batch' AND LEFT(reading, 1) = 'G' THEN reading END) OVER sofar AS k,
  LAST_VALUE(CASE WHEN event = 'link' AND (path = 'opc.tcp://pool-gateway:4840' OR path NOT IN ('opc.tcp://br-7:4840', 'opc.tcp://cell1-gateway:4840', 'opc.tcp://pool-gateway:4840')) THEN CASE status WHEN 'lost' THEN `at` WHEN 'online' THEN -1 END END) OVER sofar AS d0
FROM `samples 10000 ms`
WHERE event IN ('value', 'insight') AND path IN ('SK2.used', 'SK2.batch') OR event IN ('link', 'clock')
WINDOW sofar AS (ORDER BY t RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `SK2.perBatch instants` AS
SELECT t, `at`, heard, r0, r1, d0, k,
  CASE WHEN n = 1 OR c0 IS NULL OR p0 = -1e300 THEN 0e0 WHEN c0 >= p0 THEN c0 - p0 ELSE c0 END AS s0
FROM (SELECT *, FIRST_VALUE(`at`) OVER two AS before, COUNT(*) OVER two AS n,
  FIRST_VALUE(COALESCE(c0, -1e300)) OVER two AS p0
  FROM `SK2.perBatch lines`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1 OR before < `at`;

CREATE TEMPORARY VIEW `SK2.perBatch spans` AS
SELECT t, a, b, COALESCE(CASE WHEN d0 >= 0 THEN d0 + 180000 END, b) AS e0, COALESCE(CASE WHEN d0 >= 0 THEN d0 + 3000 END, b) AS e1, s0,
  CASE WHEN COALESCE(CASE WHEN d0 >= 0 THEN d0 + 180000 END <= a, FALSE) THEN NULL ELSE TRY_CAST(SUBSTRING(r0, 2) AS DOUBLE) END AS v0, COALESCE(LEFT(r0, 1) = 'U', FALSE) AS u0,
  CASE WHEN COALESCE(CASE WHEN d0 >= 0 THEN d0 + 3000 END <= a, FALSE) THEN NULL ELSE NULLIF(SUBSTRING(r1, 2), '') END AS v1, COALESCE(LEFT(r1, 1) = 'U', FALSE) AS u1,
  CASE WHEN k <> '' AND `new` <> k THEN 1 ELSE 0 END AS turn
FROM (SELECT t, FIRST_VALUE(`at`) OVER two AS a, `at` AS b, COUNT(*) OVER two AS n,
  FIRST_VALUE(COALESCE(r0, '')) OVER two AS r0,
  FIRST_VALUE(COALESCE(r1, '')) OVER two AS r1,
  FIRST_VALUE(COALESCE(k, '')) OVER two AS k, k AS `new`,
  FIRST_VALUE(s0) OVER two AS s0,
  FIRST_VALUE(COALESCE(d0, -1)) OVER two AS d0
  FROM `SK2.perBatch instants`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 2;

CREATE TEMPORARY VIEW `SK2.perBatch pieces` AS
SELECT t, a AS ps, b AS pe, turn, SUM(turn) OVER sofar - turn AS win, v0, u0, e0, v1, u1, e1, s0
FROM `SK2.perBatch spans`
WINDOW sofar AS (ORDER BY t ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `SK2.perBatch begun` AS
SELECT *, MIN(ps) OVER sofar AS ws
FROM `SK2.perBatch pieces`
WINDOW sofar AS (PARTITION BY win ORDER BY t ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `SK2.perBatch sums` AS
SELECT t, turn, win, ws, pe AS we, v0, u0, e0, v1, u1, e1,
  SUM(CASE WHEN (v0 IS NOT NULL AND NOT (u0)) THEN GREATEST(LEAST(pe, e0) - ps, 0) ELSE 0 END) OVER sofar AS x0,
  SUM(CASE WHEN (v0 IS NOT NULL AND NOT (u0)) THEN s0 ELSE 0 END) OVER sofar AS x1
FROM `SK2.perBatch begun`
WINDOW sofar AS (PARTITION BY win ORDER BY t ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `SK2.perBatch windows` AS
SELECT * FROM `SK2.perBatch sums` WHERE turn = 1;

CREATE TEMPORARY VIEW `Cell1.energyPerBatch lines` AS
SELECT t,
  `at`,
  LAST_VALUE(CASE WHEN event IN ('value', 'insight') THEN `at` END) OVER sofar AS heard,
  LAST_VALUE(CASE WHEN event = 'insight' AND path = 'Cell1.reactor.perBatch' THEN reading END) OVER sofar AS r0,
  LAST_VALUE(CASE WHEN event = 'insight' AND path = 'Cell1.harvest.perBatch' THEN reading END) OVER sofar AS r1,
  LAST_VALUE(CASE WHEN event = 'insight' AND path = 'Cell1.capture.perBatch' THEN reading END) OVER sofar AS r2,
  LAST_VALUE(CASE WHEN event = 'insight' AND path = 'Cell1.polish.perBatch' THEN reading END) OVER sofar AS r3
FROM `samples 20000 ms`
WHERE event IN ('value', 'insight') AND path IN ('Cell1.reactor.perBatch', 'Cell1.harvest.perBatch', 'Cell1.capture.perBatch', 'Cell1.polish.perBatch') OR event IN ('link', 'clock')
WINDOW sofar AS (ORDER BY t RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `Cell1.energyPerBatch instants` AS
SELECT t, `at`, heard, r0, r1, r2, r3
FROM (SELECT *, FIRST_VALUE(`at`) OVER two AS before, COUNT(*) OVER two AS n
  FROM `Cell1.energyPerBatch lines`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1 OR before < `at`;

CREATE TEMPORARY VIEW `Cell1.energyPerBatch moments` AS
SELECT t, `at`, heard, LEAST(`at`) AS gone,
  TRY_CAST(SUBSTRING(r0, 2) AS DOUBLE) AS v0, COALESCE(LEFT(r0, 1) = 'U', FALSE) AS u0,
  TRY_CAST(SUBSTRING(r1, 2) AS DOUBLE) AS v1, COALESCE(LEFT(r1, 1) = 'U', FALSE) AS u1,
  TRY_CAST(SUBSTRING(r2, 2) AS DOUBLE) AS v2, COALESCE(LEFT(r2, 1) = 'U', FALSE) AS u2,
  TRY_CAST(SUBSTRING(r3, 2) AS DOUBLE) AS v3, COALESCE(LEFT(r3, 1) = 'U', FALSE) AS u3
FROM `Cell1.energyPerBatch instants`
WHERE COALESCE(r0, r1, r2, r3) IS NOT NULL;

CREATE TEMPORARY VIEW `Cell1.energyPerBatch outcomes` AS
SELECT t, `at`, heard, gone, outcome, doubtful, FIRST_VALUE(outcome IS NULL) OVER two AS wasbad, COUNT(*) OVER two AS n
FROM (SELECT *, (v0 + v1 + v2 + v3) AS outcome, (u0 OR u1 OR u2 OR u3) AS doubtful FROM `Cell1.energyPerBatch moments`)
WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `Cell1.reactor.ph alarm 1 lines` AS
SELECT t,
  `at`,
  LAST_VALUE(CASE WHEN event IN ('value', 'insight') THEN `at` END) OVER sofar AS heard,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'Cell1.reactor.ph' THEN reading END) OVER sofar AS r0,
  LAST_VALUE(CASE WHEN event = 'link' AND (path = 'opc.tcp://br-7:4840' OR path NOT IN ('opc.tcp://br-7:4840', 'opc.tcp://cell1-gateway:4840', 'opc.tcp://pool-gateway:4840')) THEN CASE status WHEN 'lost' THEN `at` WHEN 'online' THEN -1 END END) OVER sofar AS d0
FROM `samples 10000 ms`
WHERE event IN ('value', 'insight') AND path IN ('Cell1.reactor.ph') OR event IN ('link', 'clock')
WINDOW sofar AS (ORDER BY t RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `Cell1.reactor.ph alarm 1 instants` AS
SELECT t, `at`, heard, r0, d0
FROM (SELECT *, FIRST_VALUE(`at`) OVER two AS before, COUNT(*) OVER two AS n
  FROM `Cell1.reactor.ph alarm 1 lines`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1 OR before < `at`;

CREATE TEMPORARY VIEW `Cell1.reactor.ph alarm 1 moments` AS
SELECT t, `at`, heard, LEAST(`at`, COALESCE(CASE WHEN d0 >= 0 THEN d0 + 30000 END, `at`)) AS gone,
  CASE WHEN COALESCE(CASE WHEN d0 >= 0 THEN d0 + 30000 END <= `at`, FALSE) THEN NULL ELSE TRY_CAST(SUBSTRING(r0, 2) AS DOUBLE) END AS v0, COALESCE(LEFT(r0, 1) = 'U', FALSE) AS u0
FROM `Cell1.reactor.ph alarm 1 instants`
WHERE COALESCE(r0) IS NOT NULL;

CREATE TEMPORARY VIEW `Cell1.reactor.ph alarm 1 turns` AS
SELECT t, `at` - 1 AS `at`, 0 AS begins
FROM (SELECT t, `at`, COUNT(*) OVER two AS n FROM `Cell1.reactor.ph alarm 1 moments` WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1
UNION ALL
SELECT t, `at`, 1 AS begins FROM `Cell1.reactor.ph alarm 1 moments` WHERE COALESCE(v0 < 6.8e0, FALSE) AND TRUE
UNION ALL
SELECT t, `at`, 0 AS begins FROM `Cell1.reactor.ph alarm 1 moments` WHERE COALESCE(v0 >= 6.8e0, FALSE) AND TRUE;

CREATE TEMPORARY VIEW `Cell1.reactor.ph alarm 1 events` AS
SELECT `at`, begins FROM `Cell1.reactor.ph alarm 1 turns`
MATCH_RECOGNIZE (
  ORDER BY t, `at`, begins DESC
  MEASURES B.`at` AS `at`, B.begins AS begins
  ONE ROW PER MATCH
  AFTER MATCH SKIP TO NEXT ROW
  PATTERN (A B)
  DEFINE B AS B.begins <> A.begins
);

CREATE TEMPORARY VIEW `Cell1.reactor.ph alarm 2 lines` AS
SELECT t,
  `at`,
  LAST_VALUE(CASE WHEN event IN ('value', 'insight') THEN `at` END) OVER sofar AS heard,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'Cell1.reactor.ph' THEN reading END) OVER sofar AS r0,
  LAST_VALUE(CASE WHEN event = 'link' AND (path = 'opc.tcp://br-7:4840' OR path NOT IN ('opc.tcp://br-7:4840', 'opc.tcp://cell1-gateway:4840', 'opc.tcp://pool-gateway:4840')) THEN CASE status WHEN 'lost' THEN `at` WHEN 'online' THEN -1 END END) OVER sofar AS d0
FROM `samples 10000 ms`
WHERE event IN ('value', 'insight') AND path IN ('Cell1.reactor.ph') OR event IN ('link', 'clock')
WINDOW sofar AS (ORDER BY t RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `Cell1.reactor.ph alarm 2 instants` AS
SELECT t, `at`, heard, r0, d0
FROM (SELECT *, FIRST_VALUE(`at`) OVER two AS before, COUNT(*) OVER two AS n
  FROM `Cell1.reactor.ph alarm 2 lines`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1 OR before < `at`;

CREATE TEMPORARY VIEW `Cell1.reactor.ph alarm 2 moments` AS
SELECT t, `at`, heard, LEAST(`at`, COALESCE(CASE WHEN d0 >= 0 THEN d0 + 30000 END, `at`)) AS gone,
  CASE WHEN COALESCE(CASE WHEN d0 >= 0 THEN d0 + 30000 END <= `at`, FALSE) THEN NULL ELSE TRY_CAST(SUBSTRING(r0, 2) AS DOUBLE) END AS v0, COALESCE(LEFT(r0, 1) = 'U', FALSE) AS u0
FROM `Cell1.reactor.ph alarm 2 instants`
WHERE COALESCE(r0) IS NOT NULL;

CREATE TEMPORARY VIEW `Cell1.reactor.ph alarm 2 turns` AS
SELECT t, `at` - 1 AS `at`, 0 AS begins
FROM (SELECT t, `at`, COUNT(*) OVER two AS n FROM `Cell1.reactor.ph alarm 2 moments` WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1
UNION ALL
SELECT t, `at`, 1 AS begins FROM `Cell1.reactor.ph alarm 2 moments` WHERE COALESCE(v0 > 7.3e0, FALSE) AND TRUE
UNION ALL
SELECT t, `at`, 0 AS begins FROM `Cell1.reactor.ph alarm 2 moments` WHERE COALESCE(v0 <= 7.3e0, FALSE) AND TRUE;

CREATE TEMPORARY VIEW `Cell1.reactor.ph alarm 2 events` AS
SELECT `at`, begins FROM `Cell1.reactor.ph alarm 2 turns`
MATCH_RECOGNIZE (
  ORDER BY t, `at`, begins DESC
  MEASURES B.`at` AS `at`, B.begins AS begins
  ONE ROW PER MATCH
  AFTER MATCH SKIP TO NEXT ROW
  PATTERN (A B)
  DEFINE B AS B.begins <> A.begins
);

CREATE TEMPORARY VIEW `Cell1.reactor.oxygen alarm 1 lines` AS
SELECT t,
  `at`,
  LAST_VALUE(CASE WHEN event IN ('value', 'insight') THEN `at` END) OVER sofar AS heard,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'Cell1.reactor.oxygen' THEN reading END) OVER sofar AS r0,
  LAST_VALUE(CASE WHEN event = 'link' AND (path = 'opc.tcp://br-7:4840' OR path NOT IN ('opc.tcp://br-7:4840', 'opc.tcp://cell1-gateway:4840', 'opc.tcp://pool-gateway:4840')) THEN CASE status WHEN 'lost' THEN `at` WHEN 'online' THEN -1 END END) OVER sofar AS d0
FROM `samples 10000 ms`
WHERE event IN ('value', 'insight') AND path IN ('Cell1.reactor.oxygen') OR event IN ('link', 'clock')
WINDOW sofar AS (ORDER BY t RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `Cell1.reactor.oxygen alarm 1 instants` AS
SELECT t, `at`, heard, r0, d0
FROM (SELECT *, FIRST_VALUE(`at`) OVER two AS before, COUNT(*) OVER two AS n
  FROM `Cell1.reactor.oxygen alarm 1 lines`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1 OR before < `at`;

CREATE TEMPORARY VIEW `Cell1.reactor.oxygen alarm 1 moments` AS
SELECT t, `at`, heard, LEAST(`at`, COALESCE(CASE WHEN d0 >= 0 THEN d0 + 30000 END, `at`)) AS gone,
  CASE WHEN COALESCE(CASE WHEN d0 >= 0 THEN d0 + 30000 END <= `at`, FALSE) THEN NULL ELSE TRY_CAST(SUBSTRING(r0, 2) AS DOUBLE) END AS v0, COALESCE(LEFT(r0, 1) = 'U', FALSE) AS u0
FROM `Cell1.reactor.oxygen alarm 1 instants`
WHERE COALESCE(r0) IS NOT NULL;

CREATE TEMPORARY VIEW `Cell1.reactor.oxygen alarm 1 turns` AS
SELECT t, `at` - 1 AS `at`, 0 AS begins
FROM (SELECT t, `at`, COUNT(*) OVER two AS n FROM `Cell1.reactor.oxygen alarm 1 moments` WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1
UNION ALL
SELECT t, `at`, 1 AS begins FROM `Cell1.reactor.oxygen alarm 1 moments` WHERE COALESCE(v0 < 20e0, FALSE) AND TRUE
UNION ALL
SELECT t, `at`, 0 AS begins FROM `Cell1.reactor.oxygen alarm 1 moments` WHERE COALESCE(v0 >= 20e0, FALSE) AND TRUE;

CREATE TEMPORARY VIEW `Cell1.reactor.oxygen alarm 1 events` AS
SELECT `at`, begins FROM `Cell1.reactor.oxygen alarm 1 turns`
MATCH_RECOGNIZE (
  ORDER BY t, `at`, begins DESC
  MEASURES B.`at` AS `at`, B.begins AS begins
  ONE ROW PER MATCH
  AFTER MATCH SKIP TO NEXT ROW
  PATTERN (A B)
  DEFINE B AS B.begins <> A.begins
);

CREATE TEMPORARY VIEW `Cell1.reactor.growth lines` AS
SELECT t,
  `at`,
  LAST_VALUE(CASE WHEN event IN ('value', 'insight') THEN `at` END) OVER sofar AS heard,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'Cell1.reactor.cells' THEN reading END) OVER sofar AS r0,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'Cell1.reactor.cells' THEN `at` END) OVER sofar AS h0,
  LAST_VALUE(CASE WHEN event = 'link' AND (path = 'opc.tcp://br-7:4840' OR path NOT IN ('opc.tcp://br-7:4840', 'opc.tcp://cell1-gateway:4840', 'opc.tcp://pool-gateway:4840')) THEN CASE status WHEN 'lost' THEN `at` WHEN 'online' THEN -1 END END) OVER sofar AS d0
FROM `samples 43200000 ms`
WHERE event IN ('value', 'insight') AND path IN ('Cell1.reactor.cells') OR event IN ('link', 'clock')
WINDOW sofar AS (ORDER BY t RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `Cell1.reactor.growth instants` AS
SELECT t, `at`, heard, r0, d0, COALESCE(h0 = `at`, FALSE) AS f0
FROM (SELECT *, FIRST_VALUE(`at`) OVER two AS before, COUNT(*) OVER two AS n
  FROM `Cell1.reactor.growth lines`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1 OR before < `at`;

CREATE TEMPORARY VIEW `Cell1.reactor.growth spans` AS
SELECT t, a, b, COALESCE(CASE WHEN d0 >= 0 THEN d0 + 259200000 END, b) AS e0, f0,
  CASE WHEN COALESCE(CASE WHEN d0 >= 0 THEN d0 + 259200000 END <= a, FALSE) THEN NULL ELSE TRY_CAST(SUBSTRING(r0, 2) AS DOUBLE) END AS v0, COALESCE(LEFT(r0, 1) = 'U', FALSE) AS u0
FROM (SELECT t, FIRST_VALUE(`at`) OVER two AS a, `at` AS b, COUNT(*) OVER two AS n,
  FIRST_VALUE(COALESCE(r0, '')) OVER two AS r0,
  FIRST_VALUE(f0) OVER two AS f0,
  FIRST_VALUE(COALESCE(d0, -1)) OVER two AS d0
  FROM `Cell1.reactor.growth instants`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 2;

CREATE TEMPORARY VIEW `Cell1.reactor.growth pieces` AS
SELECT t, i, i + j AS win, ps, pe, ((i + j + 1) * 3600000 + -32400000) - 86400000 AS ws, ((i + j + 1) * 3600000 + -32400000) AS we, v0, u0, e0, i = `first` AND f0 AS f0
FROM (SELECT *, GREATEST(a, (i * 3600000 + -32400000)) AS ps, LEAST(b, ((i + 1) * 3600000 + -32400000)) AS pe
  FROM (SELECT *, `first` + (number - 1) / 24 AS i, MOD(number - 1, 24) AS j
    FROM (SELECT *, ((a - -32400000) / 3600000) AS `first`, (((b - 1) - -32400000) / 3600000) AS `last` FROM `Cell1.reactor.growth spans`)
    CROSS JOIN UNNEST(SPLIT('x' || REPEAT(',x', CAST(`last` - `first` + 1 AS INT) * 24 - 1), ',')) WITH ORDINALITY AS cuts(x, number)));

CREATE TEMPORARY VIEW `Cell1.reactor.growth sums` AS
SELECT t, i, win, pe, ws, we, v0, u0, e0,
  SUM(CASE WHEN ((CASE WHEN (v0 / NULLIF(1e0, 0e0)) > 0e0 THEN LN((v0 / NULLIF(1e0, 0e0))) END) IS NOT NULL AND NOT (u0)) THEN GREATEST(LEAST(pe, e0) - ps, 0) ELSE 0 END) OVER sofar AS x0,
  SUM(CASE WHEN ((CASE WHEN (v0 / NULLIF(1e0, 0e0)) > 0e0 THEN LN((v0 / NULLIF(1e0, 0e0))) END) IS NOT NULL AND NOT (u0)) THEN CASE WHEN (f0) THEN 1e0 ELSE 0e0 END ELSE 0 END) OVER sofar AS x1,
  SUM(CASE WHEN ((CASE WHEN (v0 / NULLIF(1e0, 0e0)) > 0e0 THEN LN((v0 / NULLIF(1e0, 0e0))) END) IS NOT NULL AND NOT (u0)) THEN CASE WHEN (f0) THEN ((ps - ws) / 1000e0) ELSE 0e0 END ELSE 0 END) OVER sofar AS x2,
  SUM(CASE WHEN ((CASE WHEN (v0 / NULLIF(1e0, 0e0)) > 0e0 THEN LN((v0 / NULLIF(1e0, 0e0))) END) IS NOT NULL AND NOT (u0)) THEN CASE WHEN (f0) THEN (CASE WHEN (v0 / NULLIF(1e0, 0e0)) > 0e0 THEN LN((v0 / NULLIF(1e0, 0e0))) END) ELSE 0e0 END ELSE 0 END) OVER sofar AS x3,
  SUM(CASE WHEN ((CASE WHEN (v0 / NULLIF(1e0, 0e0)) > 0e0 THEN LN((v0 / NULLIF(1e0, 0e0))) END) IS NOT NULL AND NOT (u0)) THEN CASE WHEN (f0) THEN ((ps - ws) / 1000e0) * ((ps - ws) / 1000e0) ELSE 0e0 END ELSE 0 END) OVER sofar AS x4,
  SUM(CASE WHEN ((CASE WHEN (v0 / NULLIF(1e0, 0e0)) > 0e0 THEN LN((v0 / NULLIF(1e0, 0e0))) END) IS NOT NULL AND NOT (u0)) THEN CASE WHEN (f0) THEN ((ps - ws) / 1000e0) * (CASE WHEN (v0 / NULLIF(1e0, 0e0)) > 0e0 THEN LN((v0 / NULLIF(1e0, 0e0))) END) ELSE 0e0 END ELSE 0 END) OVER sofar AS x5,
  MIN(CASE WHEN ((CASE WHEN (v0 / NULLIF(1e0, 0e0)) > 0e0 THEN LN((v0 / NULLIF(1e0, 0e0))) END) IS NOT NULL AND NOT (u0)) AND (f0) THEN ((ps - ws) / 1000e0) END) OVER sofar AS x6,
  MAX(CASE WHEN ((CASE WHEN (v0 / NULLIF(1e0, 0e0)) > 0e0 THEN LN((v0 / NULLIF(1e0, 0e0))) END) IS NOT NULL AND NOT (u0)) AND (f0) THEN ((ps - ws) / 1000e0) END) OVER sofar AS x7
FROM `Cell1.reactor.growth pieces`
WINDOW sofar AS (PARTITION BY win ORDER BY t ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `Cell1.reactor.growth windows` AS
SELECT * FROM `Cell1.reactor.growth sums` WHERE i = win AND pe = we;

CREATE TEMPORARY VIEW `Cell1.reactor.contamination alarm 1 lines` AS
SELECT t,
  `at`,
  LAST_VALUE(CASE WHEN event IN ('value', 'insight') THEN `at` END) OVER sofar AS heard,
  LAST_VALUE(CASE WHEN event = 'insight' AND path = 'Cell1.reactor.contamination' THEN reading END) OVER sofar AS r0
FROM `samples 20000 ms`
WHERE event IN ('value', 'insight') AND path IN ('Cell1.reactor.contamination') OR event IN ('link', 'clock')
WINDOW sofar AS (ORDER BY t RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `Cell1.reactor.contamination alarm 1 instants` AS
SELECT t, `at`, heard, r0
FROM (SELECT *, FIRST_VALUE(`at`) OVER two AS before, COUNT(*) OVER two AS n
  FROM `Cell1.reactor.contamination alarm 1 lines`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1 OR before < `at`;

CREATE TEMPORARY VIEW `Cell1.reactor.contamination alarm 1 moments` AS
SELECT t, `at`, heard, LEAST(`at`) AS gone,
  TRY_CAST(SUBSTRING(r0, 2) AS DOUBLE) AS v0, COALESCE(LEFT(r0, 1) = 'U', FALSE) AS u0
FROM `Cell1.reactor.contamination alarm 1 instants`
WHERE COALESCE(r0) IS NOT NULL;

CREATE TEMPORARY VIEW `Cell1.reactor.contamination alarm 1 turns` AS
SELECT t, `at` - 1 AS `at`, 0 AS begins
FROM (SELECT t, `at`, COUNT(*) OVER two AS n FROM `Cell1.reactor.contamination alarm 1 moments` WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1
UNION ALL
SELECT t, `at`, 1 AS begins FROM `Cell1.reactor.contamination alarm 1 moments` WHERE COALESCE(v0 > 0.9e0, FALSE) AND TRUE
UNION ALL
SELECT t, `at`, 0 AS begins FROM `Cell1.reactor.contamination alarm 1 moments` WHERE COALESCE(v0 <= 0.9e0, FALSE) AND TRUE;

CREATE TEMPORARY VIEW `Cell1.reactor.contamination alarm 1 events` AS
SELECT `at`, begins FROM `Cell1.reactor.contamination alarm 1 turns`
MATCH_RECOGNIZE (
  ORDER BY t, `at`, begins DESC
  MEASURES B.`at` AS `at`, B.begins AS begins
  ONE ROW PER MATCH
  AFTER MATCH SKIP TO NEXT ROW
  PATTERN (A B)
  DEFINE B AS B.begins <> A.begins
);

CREATE TEMPORARY VIEW `Cell1.reactor.perBatch lines` AS
SELECT t,
  `at`,
  LAST_VALUE(CASE WHEN event IN ('value', 'insight') THEN `at` END) OVER sofar AS heard,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'Cell1.reactor.used' THEN reading END) OVER sofar AS r0,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'Cell1.reactor.used' AND LEFT(reading, 1) = 'G' THEN TRY_CAST(SUBSTRING(reading, 2) AS DOUBLE) END) OVER sofar AS c0,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'Cell1.reactor.batch' THEN reading END) OVER sofar AS r1,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'Cell1.reactor.batch' AND LEFT(reading, 1) = 'G' THEN reading END) OVER sofar AS k,
  LAST_VALUE(CASE WHEN event = 'link' AND (path = 'opc.tcp://br-7:4840' OR path NOT IN ('opc.tcp://br-7:4840', 'opc.tcp://cell1-gateway:4840', 'opc.tcp://pool-gateway:4840')) THEN CASE status WHEN 'lost' THEN `at` WHEN 'online' THEN -1 END END) OVER sofar AS d0
FROM `samples 10000 ms`
WHERE event IN ('value', 'insight') AND path IN ('Cell1.reactor.used', 'Cell1.reactor.batch') OR event IN ('link', 'clock')
WINDOW sofar AS (ORDER BY t RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `Cell1.reactor.perBatch instants` AS
SELECT t, `at`, heard, r0, r1, d0, k,
  CASE WHEN n = 1 OR c0 IS NULL OR p0 = -1e300 THEN 0e0 WHEN c0 >= p0 THEN c0 - p0 ELSE c0 END AS s0
FROM (SELECT *, FIRST_VALUE(`at`) OVER two AS before, COUNT(*) OVER two AS n,
  FIRST_VALUE(COALESCE(c0, -1e300)) OVER two AS p0
  FROM `Cell1.reactor.perBatch lines`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1 OR before < `at`;

CREATE TEMPORARY VIEW `Cell1.reactor.perBatch spans` AS
SELECT t, a, b, COALESCE(CASE WHEN d0 >= 0 THEN d0 + 180000 END, b) AS e0, COALESCE(CASE WHEN d0 >= 0 THEN d0 + 3000 END, b) AS e1, s0,
  CASE WHEN COALESCE(CASE WHEN d0 >= 0 THEN d0 + 180000 END <= a, FALSE) THEN NULL ELSE TRY_CAST(SUBSTRING(r0, 2) AS DOUBLE) END AS v0, COALESCE(LEFT(r0, 1) = 'U', FALSE) AS u0,
  CASE WHEN COALESCE(CASE WHEN d0 >= 0 THEN d0 + 3000 END <= a, FALSE) THEN NULL ELSE NULLIF(SUBSTRING(r1, 2), '') END AS v1, COALESCE(LEFT(r1, 1) = 'U', FALSE) AS u1,
  CASE WHEN k <> '' AND `new` <> k THEN 1 ELSE 0 END AS turn
FROM (SELECT t, FIRST_VALUE(`at`) OVER two AS a, `at` AS b, COUNT(*) OVER two AS n,
  FIRST_VALUE(COALESCE(r0, '')) OVER two AS r0,
  FIRST_VALUE(COALESCE(r1, '')) OVER two AS r1,
  FIRST_VALUE(COALESCE(k, '')) OVER two AS k, k AS `new`,
  FIRST_VALUE(s0) OVER two AS s0,
  FIRST_VALUE(COALESCE(d0, -1)) OVER two AS d0
  FROM `Cell1.reactor.perBatch instants`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 2;

CREATE TEMPORARY VIEW `Cell1.reactor.perBatch pieces` AS
SELECT t, a AS ps, b AS pe, turn, SUM(turn) OVER sofar - turn AS win, v0, u0, e0, v1, u1, e1, s0
FROM `Cell1.reactor.perBatch spans`
WINDOW sofar AS (ORDER BY t ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `Cell1.reactor.perBatch begun` AS
SELECT *, MIN(ps) OVER sofar AS ws
FROM `Cell1.reactor.perBatch pieces`
WINDOW sofar AS (PARTITION BY win ORDER BY t ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `Cell1.reactor.perBatch sums` AS
SELECT t, turn, win, ws, pe AS we, v0, u0, e0, v1, u1, e1,
  SUM(CASE WHEN (v0 IS NOT NULL AND NOT (u0)) THEN GREATEST(LEAST(pe, e0) - ps, 0) ELSE 0 END) OVER sofar AS x0,
  SUM(CASE WHEN (v0 IS NOT NULL AND NOT (u0)) THEN s0 ELSE 0 END) OVER sofar AS x1
FROM `Cell1.reactor.perBatch begun`
WINDOW sofar AS (PARTITION BY win ORDER BY t ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `Cell1.reactor.perBatch windows` AS
SELECT * FROM `Cell1.reactor.perBatch sums` WHERE turn = 1;

CREATE TEMPORARY VIEW `Cell1.harvest.perBatch lines` AS
SELECT t,
  `at`,
  LAST_VALUE(CASE WHEN event IN ('value', 'insight') THEN `at` END) OVER sofar AS heard,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'Cell1.harvest.used' THEN reading END) OVER sofar AS r0,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'Cell1.harvest.used' AND LEFT(reading, 1) = 'G' THEN TRY_CAST(SUBSTRING(reading, 2) AS DOUBLE) END) OVER sofar AS c0,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'Cell1.harvest.batch' THEN reading END) OVER sofar AS r1,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'Cell1.harvest.batch' AND LEFT(reading, 1) = 'G' THEN reading END) OVER sofar AS k,
  LAST_VALUE(CASE WHEN event = 'link' AND (path = 'opc.tcp://cell1-gateway:4840' OR path NOT IN ('opc.tcp://br-7:4840', 'opc.tcp://cell1-gateway:4840', 'opc.tcp://pool-gateway:4840')) THEN CASE status WHEN 'lost' THEN `at` WHEN 'online' THEN -1 END END) OVER sofar AS d0
FROM `samples 10000 ms`
WHERE event IN ('value', 'insight') AND path IN ('Cell1.harvest.used', 'Cell1.harvest.batch') OR event IN ('link', 'clock')
WINDOW sofar AS (ORDER BY t RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `Cell1.harvest.perBatch instants` AS
SELECT t, `at`, heard, r0, r1, d0, k,
  CASE WHEN n = 1 OR c0 IS NULL OR p0 = -1e300 THEN 0e0 WHEN c0 >= p0 THEN c0 - p0 ELSE c0 END AS s0
FROM (SELECT *, FIRST_VALUE(`at`) OVER two AS before, COUNT(*) OVER two AS n,
  FIRST_VALUE(COALESCE(c0, -1e300)) OVER two AS p0
  FROM `Cell1.harvest.perBatch lines`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1 OR before < `at`;

CREATE TEMPORARY VIEW `Cell1.harvest.perBatch spans` AS
SELECT t, a, b, COALESCE(CASE WHEN d0 >= 0 THEN d0 + 180000 END, b) AS e0, COALESCE(CASE WHEN d0 >= 0 THEN d0 + 3000 END, b) AS e1, s0,
  CASE WHEN COALESCE(CASE WHEN d0 >= 0 THEN d0 + 180000 END <= a, FALSE) THEN NULL ELSE TRY_CAST(SUBSTRING(r0, 2) AS DOUBLE) END AS v0, COALESCE(LEFT(r0, 1) = 'U', FALSE) AS u0,
  CASE WHEN COALESCE(CASE WHEN d0 >= 0 THEN d0 + 3000 END <= a, FALSE) THEN NULL ELSE NULLIF(SUBSTRING(r1, 2), '') END AS v1, COALESCE(LEFT(r1, 1) = 'U', FALSE) AS u1,
  CASE WHEN k <> '' AND `new` <> k THEN 1 ELSE 0 END AS turn
FROM (SELECT t, FIRST_VALUE(`at`) OVER two AS a, `at` AS b, COUNT(*) OVER two AS n,
  FIRST_VALUE(COALESCE(r0, '')) OVER two AS r0,
  FIRST_VALUE(COALESCE(r1, '')) OVER two AS r1,
  FIRST_VALUE(COALESCE(k, '')) OVER two AS k, k AS `new`,
  FIRST_VALUE(s0) OVER two AS s0,
  FIRST_VALUE(COALESCE(d0, -1)) OVER two AS d0
  FROM `Cell1.harvest.perBatch instants`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 2;

CREATE TEMPORARY VIEW `Cell1.harvest.perBatch pieces` AS
SELECT t, a AS ps, b AS pe, turn, SUM(turn) OVER sofar - turn AS win, v0, u0, e0, v1, u1, e1, s0
FROM `Cell1.harvest.perBatch spans`
WINDOW sofar AS (ORDER BY t ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `Cell1.harvest.perBatch begun` AS
SELECT *, MIN(ps) OVER sofar AS ws
FROM `Cell1.harvest.perBatch pieces`
WINDOW sofar AS (PARTITION BY win ORDER BY t ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `Cell1.harvest.perBatch sums` AS
SELECT t, turn, win, ws, pe AS we, v0, u0, e0, v1, u1, e1,
  SUM(CASE WHEN (v0 IS NOT NULL AND NOT (u0)) THEN GREATEST(LEAST(pe, e0) - ps, 0) ELSE 0 END) OVER sofar AS x0,
  SUM(CASE WHEN (v0 IS NOT NULL AND NOT (u0)) THEN s0 ELSE 0 END) OVER sofar AS x1
FROM `Cell1.harvest.perBatch begun`
WINDOW sofar AS (PARTITION BY win ORDER BY t ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `Cell1.harvest.perBatch windows` AS
SELECT * FROM `Cell1.harvest.perBatch sums` WHERE turn = 1;

CREATE TEMPORARY VIEW `Cell1.capture.capture.bindElute.peak lines` AS
SELECT t,
  `at`,
  LAST_VALUE(CASE WHEN event IN ('value', 'insight') THEN `at` END) OVER sofar AS heard,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'Cell1.capture.uv' THEN reading END) OVER sofar AS r0,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'Cell1.capture.batch' THEN reading END) OVER sofar AS r1,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'Cell1.capture.batch' AND LEFT(reading, 1) = 'G' THEN reading END) OVER sofar AS k,
  LAST_VALUE(CASE WHEN event = 'link' AND (path = 'opc.tcp://cell1-gateway:4840' OR path NOT IN ('opc.tcp://br-7:4840', 'opc.tcp://cell1-gateway:4840', 'opc.tcp://pool-gateway:4840')) THEN CASE status WHEN 'lost' THEN `at` WHEN 'online' THEN -1 END END) OVER sofar AS d0
FROM `samples 10000 ms`
WHERE event IN ('value', 'insight') AND path IN ('Cell1.capture.uv', 'Cell1.capture.batch') OR event IN ('link', 'clock')
WINDOW sofar AS (ORDER BY t RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `Cell1.capture.capture.bindElute.peak instants` AS
SELECT t, `at`, heard, r0, r1, d0, k
FROM (SELECT *, FIRST_VALUE(`at`) OVER two AS before, COUNT(*) OVER two AS n
  FROM `Cell1.capture.capture.bindElute.peak lines`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1 OR before < `at`;

CREATE TEMPORARY VIEW `Cell1.capture.capture.bindElute.peak spans` AS
SELECT t, a, b, COALESCE(CASE WHEN d0 >= 0 THEN d0 + 3000 END, b) AS e0, COALESCE(CASE WHEN d0 >= 0 THEN d0 + 3000 END, b) AS e1,
  CASE WHEN COALESCE(CASE WHEN d0 >= 0 THEN d0 + 3000 END <= a, FALSE) THEN NULL ELSE TRY_CAST(SUBSTRING(r0, 2) AS DOUBLE) END AS v0, COALESCE(LEFT(r0, 1) = 'U', FALSE) AS u0,
  CASE WHEN COALESCE(CASE WHEN d0 >= 0 THEN d0 + 3000 END <= a, FALSE) THEN NULL ELSE NULLIF(SUBSTRING(r1, 2), '') END AS v1, COALESCE(LEFT(r1, 1) = 'U', FALSE) AS u1,
  CASE WHEN k <> '' AND `new` <> k THEN 1 ELSE 0 END AS turn
FROM (SELECT t, FIRST_VALUE(`at`) OVER two AS a, `at` AS b, COUNT(*) OVER two AS n,
  FIRST_VALUE(COALESCE(r0, '')) OVER two AS r0,
  FIRST_VALUE(COALESCE(r1, '')) OVER two AS r1,
  FIRST_VALUE(COALESCE(k, '')) OVER two AS k, k AS `new`,
  FIRST_VALUE(COALESCE(d0, -1)) OVER two AS d0
  FROM `Cell1.capture.capture.bindElute.peak instants`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 2;

CREATE TEMPORARY VIEW `Cell1.capture.capture.bindElute.peak pieces` AS
SELECT t, a AS ps, b AS pe, turn, SUM(turn) OVER sofar - turn AS win, v0, u0, e0, v1, u1, e1
FROM `Cell1.capture.capture.bindElute.peak spans`
WINDOW sofar AS (ORDER BY t ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `Cell1.capture.capture.bindElute.peak begun` AS
SELECT *, MIN(ps) OVER sofar AS ws
FROM `Cell1.capture.capture.bindElute.peak pieces`
WINDOW sofar AS (PARTITION BY win ORDER BY t ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `Cell1.capture.capture.bindElute.peak sums` AS
SELECT t, turn, win, ws, pe AS we, v0, u0, e0, v1, u1, e1,
  SUM(CASE WHEN (v0 IS NOT NULL AND NOT (u0)) THEN GREATEST(LEAST(pe, e0) - ps, 0) ELSE 0 END) OVER sofar AS x0,
  MAX(CASE WHEN (v0 IS NOT NULL AND NOT (u0)) AND GREATEST(LEAST(pe, e0) - ps, 0) > 0 THEN v0 END) OVER sofar AS x1
FROM `Cell1.capture.capture.bindElute.peak begun`
WINDOW sofar AS (PARTITION BY win ORDER BY t ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `Cell1.capture.capture.bindElute.peak windows` AS
SELECT * FROM `Cell1.capture.capture.bindElute.peak sums` WHERE turn = 1;

CREATE TEMPORARY VIEW `Cell1.capture.perBatch lines` AS
SELECT t,
  `at`,
  LAST_VALUE(CASE WHEN event IN ('value', 'insight') THEN `at` END) OVER sofar AS heard,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'Cell1.capture.used' THEN reading END) OVER sofar AS r0,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'Cell1.capture.used' AND LEFT(reading, 1) = 'G' THEN TRY_CAST(SUBSTRING(reading, 2) AS DOUBLE) END) OVER sofar AS c0,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'Cell1.capture.batch' THEN reading END) OVER sofar AS r1,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'Cell1.capture.batch' AND LEFT(reading, 1) = 'G' THEN reading END) OVER sofar AS k,
  LAST_VALUE(CASE WHEN event = 'link' AND (path = 'opc.tcp://cell1-gateway:4840' OR path NOT IN ('opc.tcp://br-7:4840', 'opc.tcp://cell1-gateway:4840', 'opc.tcp://pool-gateway:4840')) THEN CASE status WHEN 'lost' THEN `at` WHEN 'online' THEN -1 END END) OVER sofar AS d0
FROM `samples 10000 ms`
WHERE event IN ('value', 'insight') AND path IN ('Cell1.capture.used', 'Cell1.capture.batch') OR event IN ('link', 'clock')
WINDOW sofar AS (ORDER BY t RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `Cell1.capture.perBatch instants` AS
SELECT t, `at`, heard, r0, r1, d0, k,
  CASE WHEN n = 1 OR c0 IS NULL OR p0 = -1e300 THEN 0e0 WHEN c0 >= p0 THEN c0 - p0 ELSE c0 END AS s0
FROM (SELECT *, FIRST_VALUE(`at`) OVER two AS before, COUNT(*) OVER two AS n,
  FIRST_VALUE(COALESCE(c0, -1e300)) OVER two AS p0
  FROM `Cell1.capture.perBatch lines`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1 OR before < `at`;

CREATE TEMPORARY VIEW `Cell1.capture.perBatch spans` AS
SELECT t, a, b, COALESCE(CASE WHEN d0 >= 0 THEN d0 + 180000 END, b) AS e0, COALESCE(CASE WHEN d0 >= 0 THEN d0 + 3000 END, b) AS e1, s0,
  CASE WHEN COALESCE(CASE WHEN d0 >= 0 THEN d0 + 180000 END <= a, FALSE) THEN NULL ELSE TRY_CAST(SUBSTRING(r0, 2) AS DOUBLE) END AS v0, COALESCE(LEFT(r0, 1) = 'U', FALSE) AS u0,
  CASE WHEN COALESCE(CASE WHEN d0 >= 0 THEN d0 + 3000 END <= a, FALSE) THEN NULL ELSE NULLIF(SUBSTRING(r1, 2), '') END AS v1, COALESCE(LEFT(r1, 1) = 'U', FALSE) AS u1,
  CASE WHEN k <> '' AND `new` <> k THEN 1 ELSE 0 END AS turn
FROM (SELECT t, FIRST_VALUE(`at`) OVER two AS a, `at` AS b, COUNT(*) OVER two AS n,
  FIRST_VALUE(COALESCE(r0, '')) OVER two AS r0,
  FIRST_VALUE(COALESCE(r1, '')) OVER two AS r1,
  FIRST_VALUE(COALESCE(k, '')) OVER two AS k, k AS `new`,
  FIRST_VALUE(s0) OVER two AS s0,
  FIRST_VALUE(COALESCE(d0, -1)) OVER two AS d0
  FROM `Cell1.capture.perBatch instants`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 2;

CREATE TEMPORARY VIEW `Cell1.capture.perBatch pieces` AS
SELECT t, a AS ps, b AS pe, turn, SUM(turn) OVER sofar - turn AS win, v0, u0, e0, v1, u1, e1, s0
FROM `Cell1.capture.perBatch spans`
WINDOW sofar AS (ORDER BY t ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `Cell1.capture.perBatch begun` AS
SELECT *, MIN(ps) OVER sofar AS ws
FROM `Cell1.capture.perBatch pieces`
WINDOW sofar AS (PARTITION BY win ORDER BY t ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `Cell1.capture.perBatch sums` AS
SELECT t, turn, win, ws, pe AS we, v0, u0, e0, v1, u1, e1,
  SUM(CASE WHEN (v0 IS NOT NULL AND NOT (u0)) THEN GREATEST(LEAST(pe, e0) - ps, 0) ELSE 0 END) OVER sofar AS x0,
  SUM(CASE WHEN (v0 IS NOT NULL AND NOT (u0)) THEN s0 ELSE 0 END) OVER sofar AS x1
FROM `Cell1.capture.perBatch begun`
WINDOW sofar AS (PARTITION BY win ORDER BY t ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `Cell1.capture.perBatch windows` AS
SELECT * FROM `Cell1.capture.perBatch sums` WHERE turn = 1;

CREATE TEMPORARY VIEW `Cell1.polish.perBatch lines` AS
SELECT t,
  `at`,
  LAST_VALUE(CASE WHEN event IN ('value', 'insight') THEN `at` END) OVER sofar AS heard,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'Cell1.polish.used' THEN reading END) OVER sofar AS r0,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'Cell1.polish.used' AND LEFT(reading, 1) = 'G' THEN TRY_CAST(SUBSTRING(reading, 2) AS DOUBLE) END) OVER sofar AS c0,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'Cell1.polish.batch' THEN reading END) OVER sofar AS r1,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'Cell1.polish.batch' AND LEFT(reading, 1) = 'G' THEN reading END) OVER sofar AS k,
  LAST_VALUE(CASE WHEN event = 'link' AND (path = 'opc.tcp://cell1-gateway:4840' OR path NOT IN ('opc.tcp://br-7:4840', 'opc.tcp://cell1-gateway:4840', 'opc.tcp://pool-gateway:4840')) THEN CASE status WHEN 'lost' THEN `at` WHEN 'online' THEN -1 END END) OVER sofar AS d0
FROM `samples 10000 ms`
WHERE event IN ('value', 'insight') AND path IN ('Cell1.polish.used', 'Cell1.polish.batch') OR event IN ('link', 'clock')
WINDOW sofar AS (ORDER BY t RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `Cell1.polish.perBatch instants` AS
SELECT t, `at`, heard, r0, r1, d0, k,
  CASE WHEN n = 1 OR c0 IS NULL OR p0 = -1e300 THEN 0e0 WHEN c0 >= p0 THEN c0 - p0 ELSE c0 END AS s0
FROM (SELECT *, FIRST_VALUE(`at`) OVER two AS before, COUNT(*) OVER two AS n,
  FIRST_VALUE(COALESCE(c0, -1e300)) OVER two AS p0
  FROM `Cell1.polish.perBatch lines`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1 OR before < `at`;

CREATE TEMPORARY VIEW `Cell1.polish.perBatch spans` AS
SELECT t, a, b, COALESCE(CASE WHEN d0 >= 0 THEN d0 + 180000 END, b) AS e0, COALESCE(CASE WHEN d0 >= 0 THEN d0 + 3000 END, b) AS e1, s0,
  CASE WHEN COALESCE(CASE WHEN d0 >= 0 THEN d0 + 180000 END <= a, FALSE) THEN NULL ELSE TRY_CAST(SUBSTRING(r0, 2) AS DOUBLE) END AS v0, COALESCE(LEFT(r0, 1) = 'U', FALSE) AS u0,
  CASE WHEN COALESCE(CASE WHEN d0 >= 0 THEN d0 + 3000 END <= a, FALSE) THEN NULL ELSE NULLIF(SUBSTRING(r1, 2), '') END AS v1, COALESCE(LEFT(r1, 1) = 'U', FALSE) AS u1,
  CASE WHEN k <> '' AND `new` <> k THEN 1 ELSE 0 END AS turn
FROM (SELECT t, FIRST_VALUE(`at`) OVER two AS a, `at` AS b, COUNT(*) OVER two AS n,
  FIRST_VALUE(COALESCE(r0, '')) OVER two AS r0,
  FIRST_VALUE(COALESCE(r1, '')) OVER two AS r1,
  FIRST_VALUE(COALESCE(k, '')) OVER two AS k, k AS `new`,
  FIRST_VALUE(s0) OVER two AS s0,
  FIRST_VALUE(COALESCE(d0, -1)) OVER two AS d0
  FROM `Cell1.polish.perBatch instants`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 2;

CREATE TEMPORARY VIEW `Cell1.polish.perBatch pieces` AS
SELECT t, a AS ps, b AS pe, turn, SUM(turn) OVER sofar - turn AS win, v0, u0, e0, v1, u1, e1, s0
FROM `Cell1.polish.perBatch spans`
WINDOW sofar AS (ORDER BY t ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `Cell1.polish.perBatch begun` AS
SELECT *, MIN(ps) OVER sofar AS ws
FROM `Cell1.polish.perBatch pieces`
WINDOW sofar AS (PARTITION BY win ORDER BY t ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `Cell1.polish.perBatch sums` AS
SELECT t, turn, win, ws, pe AS we, v0, u0, e0, v1, u1, e1,
  SUM(CASE WHEN (v0 IS NOT NULL AND NOT (u0)) THEN GREATEST(LEAST(pe, e0) - ps, 0) ELSE 0 END) OVER sofar AS x0,
  SUM(CASE WHEN (v0 IS NOT NULL AND NOT (u0)) THEN s0 ELSE 0 END) OVER sofar AS x1
FROM `Cell1.polish.perBatch begun`
WINDOW sofar AS (PARTITION BY win ORDER BY t ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `Cell1.polish.perBatch windows` AS
SELECT * FROM `Cell1.polish.perBatch sums` WHERE turn = 1;

EXECUTE STATEMENT SET BEGIN
INSERT INTO events
SELECT DATE_FORMAT(TO_TIMESTAMP_LTZ(`at`, 3), 'yyyy-MM-dd''T''HH:mm:ss.SSS''Z'''), 'alarm', 'BR9.ph', CASE begins WHEN 1 THEN 'true' ELSE 'false' END, CAST(NULL AS STRING), 'low', CAST(NULL AS STRING), CAST(NULL AS STRING) FROM `BR9.ph alarm 1 events`;
INSERT INTO events
SELECT DATE_FORMAT(TO_TIMESTAMP_LTZ(`at`, 3), 'yyyy-MM-dd''T''HH:mm:ss.SSS''Z'''), 'alarm', 'BR9.ph', CASE begins WHEN 1 THEN 'true' ELSE 'false' END, CAST(NULL AS STRING), 'high', CAST(NULL AS STRING), CAST(NULL AS STRING) FROM `BR9.ph alarm 2 events`;
INSERT INTO events
SELECT DATE_FORMAT(TO_TIMESTAMP_LTZ(`at`, 3), 'yyyy-MM-dd''T''HH:mm:ss.SSS''Z'''), 'alarm', 'BR9.oxygen', CASE begins WHEN 1 THEN 'true' ELSE 'false' END, CAST(NULL AS STRING), 'low', CAST(NULL AS STRING), CAST(NULL AS STRING) FROM `BR9.oxygen alarm 1 events`;
INSERT INTO insights
SELECT DATE_FORMAT(TO_TIMESTAMP_LTZ(ended, 3), 'yyyy-MM-dd''T''HH:mm:ss.SSS''Z'''), 'insight', 'BR9.growth', shown, '/h',
  CASE WHEN shown IS NULL THEN 'bad' WHEN doubtful THEN 'uncertain' ELSE 'good' END, CAST(NULL AS STRING), CAST(NULL AS STRING)
FROM (SELECT ended, doubtful, CASE WHEN outcome BETWEEN -1.7976931348623157e308 AND 1.7976931348623157e308 THEN CAST(outcome AS STRING) END AS shown
  FROM (SELECT we AS ended, (CAST(x0 AS DOUBLE) / (we - ws) < 0.8e0) AS doubtful, (CASE WHEN x0 > 0 THEN (CASE WHEN x6 < x7 THEN (x5 - x2 * (x3 / x1)) / (x4 - x2 * (x2 / x1)) END) END * 3600e0) AS outcome FROM `BR9.growth windows`));
INSERT INTO events
SELECT DATE_FORMAT(TO_TIMESTAMP_LTZ(`at`, 3), 'yyyy-MM-dd''T''HH:mm:ss.SSS''Z'''), 'alarm', 'BR9.contamination', CASE begins WHEN 1 THEN 'true' ELSE 'false' END, CAST(NULL AS STRING), 'high', CAST(NULL AS STRING), CAST(NULL AS STRING) FROM `BR9.contamination alarm 1 events`;
INSERT INTO insights
SELECT DATE_FORMAT(TO_TIMESTAMP_LTZ(ended, 3), 'yyyy-MM-dd''T''HH:mm:ss.SSS''Z'''), 'insight', 'BR9.perBatch', shown, 'kW.h',
  CASE WHEN shown IS NULL THEN 'bad' WHEN doubtful THEN 'uncertain' ELSE 'good' END, CAST(NULL AS STRING), CAST(NULL AS STRING)
FROM (SELECT ended, doubtful, CASE WHEN outcome BETWEEN -1.7976931348623157e308 AND 1.7976931348623157e308 THEN CAST(outcome AS STRING) END AS shown
  FROM (SELECT we AS ended, (win = 0 OR (CAST(x0 AS DOUBLE) / (we - ws) < 0.8e0)) AS doubtful, CASE WHEN x0 > 0 THEN x1 END AS outcome FROM `BR9.perBatch windows`));
INSERT INTO insights
SELECT DATE_FORMAT(TO_TIMESTAMP_LTZ(ended, 3), 'yyyy-MM-dd''T''HH:mm:ss.SSS''Z'''), 'insight', 'HV4.perBatch', shown, 'kW.h',
  CASE WHEN shown IS NULL THEN 'bad' WHEN doubtful THEN 'uncertain' ELSE 'good' END, CAST(NULL AS STRING), CAST(NULL AS STRING)
FROM (SELECT ended, doubtful, CASE WHEN outcome BETWEEN -1.7976931348623157e308 AND 1.7976931348623157e308 THEN CAST(outcome AS STRING) END AS shown
  FROM (SELECT we AS ended, (win = 0 OR (CAST(x0 AS DOUBLE) / (we - ws) < 0.8e0)) AS doubtful, CASE WHEN x0 > 0 THEN x1 END AS outcome FROM `HV4.perBatch windows`));
INSERT INTO insights
SELECT DATE_FORMAT(TO_TIMESTAMP_LTZ(ended, 3), 'yyyy-MM-dd''T''HH:mm:ss.SSS''Z'''), 'insight', 'CH5.capture.bindElute.peak', shown, '{AU}',
  CASE WHEN shown IS NULL THEN 'bad' WHEN doubtful THEN 'uncertain' ELSE 'good' END, CAST(NULL AS STRING), CAST(NULL AS STRING)
FROM (SELECT ended, doubtful, CASE WHEN outcome BETWEEN -1.7976931348623157e308 AND 1.7976931348623157e308 THEN CAST(outcome AS STRING) END AS shown
  FROM (SELECT we AS ended, (win = 0 OR (CAST(x0 AS DOUBLE) / (we - ws) < 0.8e0)) AS doubtful, CASE WHEN x0 > 0 THEN x1 END AS outcome FROM `CH5.capture.bindElute.peak windows`));
INSERT INTO insights
SELECT DATE_FORMAT(TO_TIMESTAMP_LTZ(ended, 3), 'yyyy-MM-dd''T''HH:mm:ss.SSS''Z'''), 'insight', 'CH5.perBatch', shown, 'kW.h',
  CASE WHEN shown IS NULL THEN 'bad' WHEN doubtful THEN 'uncertain' ELSE 'good' END, CAST(NULL AS STRING), CAST(NULL AS STRING)
FROM (SELECT ended, doubtful, CASE WHEN outcome BETWEEN -1.7976931348623157e308 AND 1.7976931348623157e308 THEN CAST(outcome AS STRING) END AS shown
  FROM (SELECT we AS ended, (win = 0 OR (CAST(x0 AS DOUBLE) / (we - ws) < 0.8e0)) AS doubtful, CASE WHEN x0 > 0 THEN x1 END AS outcome FROM `CH5.perBatch windows`));
INSERT INTO insights
SELECT DATE_FORMAT(TO_TIMESTAMP_LTZ(ended, 3), 'yyyy-MM-dd''T''HH:mm:ss.SSS''Z'''), 'insight', 'SK2.perBatch', shown, 'kW.h',
  CASE WHEN shown IS NULL THEN 'bad' WHEN doubtful THEN 'uncertain' ELSE 'good' END, CAST(NULL AS STRING), CAST(NULL AS STRING)
FROM (SELECT ended, doubtful, CASE WHEN outcome BETWEEN -1.7976931348623157e308 AND 1.7976931348623157e308 THEN CAST(outcome AS STRING) END AS shown
  FROM (SELECT we AS ended, (win = 0 OR (CAST(x0 AS DOUBLE) / (we - ws) < 0.8e0)) AS doubtful, CASE WHEN x0 > 0 THEN x1 END AS outcome FROM `SK2.perBatch windows`));
INSERT INTO insights
SELECT DATE_FORMAT(TO_TIMESTAMP_LTZ(ended, 3), 'yyyy-MM-dd''T''HH:mm:ss.SSS''Z'''), 'insight', 'Cell1.energyPerBatch', shown, 'kW.h',
  CASE WHEN shown IS NULL THEN 'bad' WHEN doubtful THEN 'uncertain' ELSE 'good' END, CAST(NULL AS STRING), CAST(NULL AS STRING)
FROM (SELECT ended, doubtful, CASE WHEN outcome BETWEEN -1.7976931348623157e308 AND 1.7976931348623157e308 THEN CAST(outcome AS STRING) END AS shown
  FROM (SELECT CASE WHEN heard < `at` AND outcome IS NULL THEN gone ELSE `at` END AS ended, doubtful, outcome FROM `Cell1.energyPerBatch outcomes`
  WHERE heard = `at` OR n = 2 AND (outcome IS NULL) <> wasbad));
INSERT INTO events
SELECT DATE_FORMAT(TO_TIMESTAMP_LTZ(`at`, 3), 'yyyy-MM-dd''T''HH:mm:ss.SSS''Z'''), 'alarm', 'Cell1.reactor.ph', CASE begins WHEN 1 THEN 'true' ELSE 'false' END, CAST(NULL AS STRING), 'low', CAST(NULL AS STRING), CAST(NULL AS STRING) FROM `Cell1.reactor.ph alarm 1 events`;
INSERT INTO events
SELECT DATE_FORMAT(TO_TIMESTAMP_LTZ(`at`, 3), 'yyyy-MM-dd''T''HH:mm:ss.SSS''Z'''), 'alarm', 'Cell1.reactor.ph', CASE begins WHEN 1 THEN 'true' ELSE 'false' END, CAST(NULL AS STRING), 'high', CAST(NULL AS STRING), CAST(NULL AS STRING) FROM `Cell1.reactor.ph alarm 2 events`;
INSERT INTO events
SELECT DATE_FORMAT(TO_TIMESTAMP_LTZ(`at`, 3), 'yyyy-MM-dd''T''HH:mm:ss.SSS''Z'''), 'alarm', 'Cell1.reactor.oxygen', CASE begins WHEN 1 THEN 'true' ELSE 'false' END, CAST(NULL AS STRING), 'low', CAST(NULL AS STRING), CAST(NULL AS STRING) FROM `Cell1.reactor.oxygen alarm 1 events`;
INSERT INTO insights
SELECT DATE_FORMAT(TO_TIMESTAMP_LTZ(ended, 3), 'yyyy-MM-dd''T''HH:mm:ss.SSS''Z'''), 'insight', 'Cell1.reactor.growth', shown, '/h',
  CASE WHEN shown IS NULL THEN 'bad' WHEN doubtful THEN 'uncertain' ELSE 'good' END, CAST(NULL AS STRING), CAST(NULL AS STRING)
FROM (SELECT ended, doubtful, CASE WHEN outcome BETWEEN -1.7976931348623157e308 AND 1.7976931348623157e308 THEN CAST(outcome AS STRING) END AS shown
  FROM (SELECT we AS ended, (CAST(x0 AS DOUBLE) / (we - ws) < 0.8e0) AS doubtful, (CASE WHEN x0 > 0 THEN (CASE WHEN x6 < x7 THEN (x5 - x2 * (x3 / x1)) / (x4 - x2 * (x2 / x1)) END) END * 3600e0) AS outcome FROM `Cell1.reactor.growth windows`));
INSERT INTO events
SELECT DATE_FORMAT(TO_TIMESTAMP_LTZ(`at`, 3), 'yyyy-MM-dd''T''HH:mm:ss.SSS''Z'''), 'alarm', 'Cell1.reactor.contamination', CASE begins WHEN 1 THEN 'true' ELSE 'false' END, CAST(NULL AS STRING), 'high', CAST(NULL AS STRING), CAST(NULL AS STRING) FROM `Cell1.reactor.contamination alarm 1 events`;
INSERT INTO insights
SELECT DATE_FORMAT(TO_TIMESTAMP_LTZ(ended, 3), 'yyyy-MM-dd''T''HH:mm:ss.SSS''Z'''), 'insight', 'Cell1.reactor.perBatch', shown, 'kW.h',
  CASE WHEN shown IS NULL THEN 'bad' WHEN doubtful THEN 'uncertain' ELSE 'good' END, CAST(NULL AS STRING), CAST(NULL AS STRING)
FROM (SELECT ended, doubtful, CASE WHEN outcome BETWEEN -1.7976931348623157e308 AND 1.7976931348623157e308 THEN CAST(outcome AS STRING) END AS shown
  FROM (SELECT we AS ended, (win = 0 OR (CAST(x0 AS DOUBLE) / (we - ws) < 0.8e0)) AS doubtful, CASE WHEN x0 > 0 THEN x1 END AS outcome FROM `Cell1.reactor.perBatch windows`));
INSERT INTO insights
SELECT DATE_FORMAT(TO_TIMESTAMP_LTZ(ended, 3), 'yyyy-MM-dd''T''HH:mm:ss.SSS''Z'''), 'insight', 'Cell1.harvest.perBatch', shown, 'kW.h',
  CASE WHEN shown IS NULL THEN 'bad' WHEN doubtful THEN 'uncertain' ELSE 'good' END, CAST(NULL AS STRING), CAST(NULL AS STRING)
FROM (SELECT ended, doubtful, CASE WHEN outcome BETWEEN -1.7976931348623157e308 AND 1.7976931348623157e308 THEN CAST(outcome AS STRING) END AS shown
  FROM (SELECT we AS ended, (win = 0 OR (CAST(x0 AS DOUBLE) / (we - ws) < 0.8e0)) AS doubtful, CASE WHEN x0 > 0 THEN x1 END AS outcome FROM `Cell1.harvest.perBatch windows`));
INSERT INTO insights
SELECT DATE_FORMAT(TO_TIMESTAMP_LTZ(ended, 3), 'yyyy-MM-dd''T''HH:mm:ss.SSS''Z'''), 'insight', 'Cell1.capture.capture.bindElute.peak', shown, '{AU}',
  CASE WHEN shown IS NULL THEN 'bad' WHEN doubtful THEN 'uncertain' ELSE 'good' END, CAST(NULL AS STRING), CAST(NULL AS STRING)
FROM (SELECT ended, doubtful, CASE WHEN outcome BETWEEN -1.7976931348623157e308 AND 1.7976931348623157e308 THEN CAST(outcome AS STRING) END AS shown
  FROM (SELECT we AS ended, (win = 0 OR (CAST(x0 AS DOUBLE) / (we - ws) < 0.8e0)) AS doubtful, CASE WHEN x0 > 0 THEN x1 END AS outcome FROM `Cell1.capture.capture.bindElute.peak windows`));
INSERT INTO insights
SELECT DATE_FORMAT(TO_TIMESTAMP_LTZ(ended, 3), 'yyyy-MM-dd''T''HH:mm:ss.SSS''Z'''), 'insight', 'Cell1.capture.perBatch', shown, 'kW.h',
  CASE WHEN shown IS NULL THEN 'bad' WHEN doubtful THEN 'uncertain' ELSE 'good' END, CAST(NULL AS STRING), CAST(NULL AS STRING)
FROM (SELECT ended, doubtful, CASE WHEN outcome BETWEEN -1.7976931348623157e308 AND 1.7976931348623157e308 THEN CAST(outcome AS STRING) END AS shown
  FROM (SELECT we AS ended, (win = 0 OR (CAST(x0 AS DOUBLE) / (we - ws) < 0.8e0)) AS doubtful, CASE WHEN x0 > 0 THEN x1 END AS outcome FROM `Cell1.capture.perBatch windows`));
INSERT INTO insights
SELECT DATE_FORMAT(TO_TIMESTAMP_LTZ(ended, 3), 'yyyy-MM-dd''T''HH:mm:ss.SSS''Z'''), 'insight', 'Cell1.polish.perBatch', shown, 'kW.h',
  CASE WHEN shown IS NULL THEN 'bad' WHEN doubtful THEN 'uncertain' ELSE 'good' END, CAST(NULL AS STRING), CAST(NULL AS STRING)
FROM (SELECT ended, doubtful, CASE WHEN outcome BETWEEN -1.7976931348623157e308 AND 1.7976931348623157e308 THEN CAST(outcome AS STRING) END AS shown
  FROM (SELECT we AS ended, (win = 0 OR (CAST(x0 AS DOUBLE) / (we - ws) < 0.8e0)) AS doubtful, CASE WHEN x0 > 0 THEN x1 END AS outcome FROM `Cell1.polish.perBatch windows`));
END;
