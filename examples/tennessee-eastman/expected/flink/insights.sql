SET 'table.local-time-zone' = 'UTC';

CREATE TABLE `samples 10000 ms` (
  `at` AS COALESCE(UNIX_TIMESTAMP(LEFT(`time`, 19), 'yyyy-MM-dd''T''HH:mm:ss') * 1000
    + COALESCE(CAST(RPAD(REGEXP_EXTRACT(`time`, '[.]([0-9]{1,3})', 1), 3, '0') AS BIGINT), 0), 0) - CASE WHEN mark = 'arrived' THEN CASE path WHEN 'Tennessee.stream11.analyser.g' THEN 900000 WHEN 'Tennessee.stream11.analyser.h' THEN 900000 ELSE 0 END ELSE 0 END,
  t AS TO_TIMESTAMP_LTZ(COALESCE(UNIX_TIMESTAMP(LEFT(`time`, 19), 'yyyy-MM-dd''T''HH:mm:ss') * 1000
    + COALESCE(CAST(RPAD(REGEXP_EXTRACT(`time`, '[.]([0-9]{1,3})', 1), 3, '0') AS BIGINT), 0), 0) - CASE WHEN mark = 'arrived' THEN CASE path WHEN 'Tennessee.stream11.analyser.g' THEN 900000 WHEN 'Tennessee.stream11.analyser.h' THEN 900000 ELSE 0 END ELSE 0 END, 3),
  reading AS CASE WHEN `value` <> '' AND UPPER(LEFT(status, 1)) IN ('G', 'U') THEN UPPER(LEFT(status, 1)) || `value` ELSE 'B' END,
  WATERMARK FOR t AS TO_TIMESTAMP_LTZ(COALESCE(UNIX_TIMESTAMP(LEFT(`time`, 19), 'yyyy-MM-dd''T''HH:mm:ss') * 1000
    + COALESCE(CAST(RPAD(REGEXP_EXTRACT(`time`, '[.]([0-9]{1,3})', 1), 3, '0') AS BIGINT), 0), 0) - CASE WHEN mark = 'arrived' THEN CASE path WHEN 'Tennessee.stream11.analyser.g' THEN 900000 WHEN 'Tennessee.stream11.analyser.h' THEN 900000 ELSE 0 END ELSE 0 END - 10000, 3)
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

CREATE TEMPORARY VIEW `Tennessee.ghRatio lines` AS
SELECT t,
  `at`,
  LAST_VALUE(CASE WHEN event IN ('value', 'insight') THEN `at` END) OVER sofar AS heard,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'Tennessee.stream11.analyser.g' THEN reading END) OVER sofar AS r0,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'Tennessee.stream11.analyser.h' THEN reading END) OVER sofar AS r1,
  LAST_VALUE(CASE WHEN event = 'link' AND (path = 'file:data/te/d00_te.csv' OR path NOT IN ('file:data/te/d00_te.csv')) THEN CASE status WHEN 'lost' THEN `at` WHEN 'online' THEN -1 END END) OVER sofar AS d0
FROM `samples 10000 ms`
WHERE event IN ('value', 'insight') AND path IN ('Tennessee.stream11.analyser.g', 'Tennessee.stream11.analyser.h') OR event IN ('link', 'clock')
WINDOW sofar AS (ORDER BY t RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `Tennessee.ghRatio instants` AS
SELECT t, `at`, heard, r0, r1, d0
FROM (SELECT *, FIRST_VALUE(`at`) OVER two AS before, COUNT(*) OVER two AS n
  FROM `Tennessee.ghRatio lines`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1 OR before < `at`;

CREATE TEMPORARY VIEW `Tennessee.ghRatio spans` AS
SELECT t, a, b, COALESCE(CASE WHEN d0 >= 0 THEN d0 + 540000 END, b) AS e0, COALESCE(CASE WHEN d0 >= 0 THEN d0 + 540000 END, b) AS e1,
  CASE WHEN COALESCE(CASE WHEN d0 >= 0 THEN d0 + 540000 END <= a, FALSE) THEN NULL ELSE TRY_CAST(SUBSTRING(r0, 2) AS DOUBLE) END AS v0, COALESCE(LEFT(r0, 1) = 'U', FALSE) AS u0,
  CASE WHEN COALESCE(CASE WHEN d0 >= 0 THEN d0 + 540000 END <= a, FALSE) THEN NULL ELSE TRY_CAST(SUBSTRING(r1, 2) AS DOUBLE) END AS v1, COALESCE(LEFT(r1, 1) = 'U', FALSE) AS u1
FROM (SELECT t, FIRST_VALUE(`at`) OVER two AS a, `at` AS b, COUNT(*) OVER two AS n,
  FIRST_VALUE(COALESCE(r0, '')) OVER two AS r0,
  FIRST_VALUE(COALESCE(r1, '')) OVER two AS r1,
  FIRST_VALUE(COALESCE(d0, -1)) OVER two AS d0
  FROM `Tennessee.ghRatio instants`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 2;

CREATE TEMPORARY VIEW `Tennessee.ghRatio pieces` AS
SELECT t, i, i + j AS win, ps, pe, ((i + j + 1) * 900000 + 0) - 3600000 AS ws, ((i + j + 1) * 900000 + 0) AS we, v0, u0, e0, v1, u1, e1
FROM (SELECT *, GREATEST(a, (i * 900000 + 0)) AS ps, LEAST(b, ((i + 1) * 900000 + 0)) AS pe
  FROM (SELECT *, `first` + (number - 1) / 4 AS i, MOD(number - 1, 4) AS j
    FROM (SELECT *, ((a - 0) / 900000) AS `first`, (((b - 1) - 0) / 900000) AS `last` FROM `Tennessee.ghRatio spans`)
    CROSS JOIN UNNEST(SPLIT('x' || REPEAT(',x', CAST(`last` - `first` + 1 AS INT) * 4 - 1), ',')) WITH ORDINALITY AS cuts(x, number)));

CREATE TEMPORARY VIEW `Tennessee.ghRatio sums` AS
SELECT t, i, win, pe, ws, we, v0, u0, e0, v1, u1, e1,
  SUM(CASE WHEN (v0 IS NOT NULL AND NOT (u0)) THEN GREATEST(LEAST(pe, e0) - ps, 0) ELSE 0 END) OVER sofar AS x0,
  SUM(CASE WHEN (v0 IS NOT NULL AND NOT (u0)) THEN v0 * GREATEST(LEAST(pe, e0) - ps, 0) / 1000e0 ELSE 0 END) OVER sofar AS x1,
  SUM(CASE WHEN (v0 IS NOT NULL AND NOT (u0)) THEN GREATEST(LEAST(pe, e0) - ps, 0) ELSE 0 END) OVER sofar AS x2,
  SUM(CASE WHEN (v1 IS NOT NULL AND NOT (u1)) THEN GREATEST(LEAST(pe, e1) - ps, 0) ELSE 0 END) OVER sofar AS x3,
  SUM(CASE WHEN (v1 IS NOT NULL AND NOT (u1)) THEN v1 * GREATEST(LEAST(pe, e1) - ps, 0) / 1000e0 ELSE 0 END) OVER sofar AS x4,
  SUM(CASE WHEN (v1 IS NOT NULL AND NOT (u1)) THEN GREATEST(LEAST(pe, e1) - ps, 0) ELSE 0 END) OVER sofar AS x5
FROM `Tennessee.ghRatio pieces`
WINDOW sofar AS (PARTITION BY win ORDER BY t ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `Tennessee.ghRatio windows` AS
SELECT * FROM `Tennessee.ghRatio sums` WHERE i = win AND pe = we;

CREATE TEMPORARY VIEW `Tennessee.relievePressure lines` AS
SELECT t,
  `at`,
  LAST_VALUE(CASE WHEN event IN ('value', 'insight') THEN `at` END) OVER sofar AS heard,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'Tennessee.reactor.pressure' THEN reading END) OVER sofar AS r0,
  LAST_VALUE(CASE WHEN event = 'insight' AND path = 'Tennessee.reactor.toTrip' THEN reading END) OVER sofar AS r1,
  LAST_VALUE(CASE WHEN event = 'link' AND (path = 'file:data/te/d00_te.csv' OR path NOT IN ('file:data/te/d00_te.csv')) THEN CASE status WHEN 'lost' THEN `at` WHEN 'online' THEN -1 END END) OVER sofar AS d0
FROM `samples 20000 ms`
WHERE event IN ('value', 'insight') AND path IN ('Tennessee.reactor.pressure', 'Tennessee.reactor.toTrip') OR event IN ('link', 'clock')
WINDOW sofar AS (ORDER BY t RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `Tennessee.relievePressure instants` AS
SELECT t, `at`, heard, r0, r1, d0
FROM (SELECT *, FIRST_VALUE(`at`) OVER two AS before, COUNT(*) OVER two AS n
  FROM `Tennessee.relievePressure lines`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1 OR before < `at`;

CREATE TEMPORARY VIEW `Tennessee.relievePressure moments` AS
SELECT t, `at`, heard, LEAST(`at`, COALESCE(CASE WHEN d0 >= 0 THEN d0 + 540000 END, `at`)) AS gone,
  CASE WHEN COALESCE(CASE WHEN d0 >= 0 THEN d0 + 540000 END <= `at`, FALSE) THEN NULL ELSE TRY_CAST(SUBSTRING(r0, 2) AS DOUBLE) END AS v0, COALESCE(LEFT(r0, 1) = 'U', FALSE) AS u0,
  TRY_CAST(SUBSTRING(r1, 2) AS DOUBLE) AS v1, COALESCE(LEFT(r1, 1) = 'U', FALSE) AS u1
FROM `Tennessee.relievePressure instants`
WHERE COALESCE(r0, r1) IS NOT NULL;

CREATE TEMPORARY VIEW `Tennessee.relievePressure begins 1` AS
SELECT t, `at`, holds, guard, holds AND (n = 1 OR NOT held) AS starts
FROM (SELECT *, FIRST_VALUE(holds) OVER two AS held, COUNT(*) OVER two AS n
  FROM (SELECT t, `at`, COALESCE((v0 > 2850e0) AND NOT (u0), FALSE) AS holds, (COALESCE((v1 < 60e0) AND NOT (u1), FALSE) AND NOT COALESCE((v0 < 2750e0) AND NOT (u0), FALSE)) AS guard FROM `Tennessee.relievePressure moments`)
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW));

CREATE TEMPORARY VIEW `Tennessee.relievePressure begins 1 held` AS
SELECT rowtime AS t, `at`, 1 AS begins FROM `Tennessee.relievePressure begins 1`
MATCH_RECOGNIZE (
  ORDER BY t
  MEASURES MATCH_ROWTIME() AS rowtime,
    GREATEST(COALESCE(LAST(GOES.`at`), COMES.`at`), COMES.`at` + 360000) AS `at`
  ONE ROW PER MATCH
  AFTER MATCH SKIP TO LAST HELD
  PATTERN (COMES GOES*? HELD)
  DEFINE COMES AS COMES.starts, GOES AS GOES.holds,
    HELD AS HELD.`at` >= COMES.`at` + 360000 AND COALESCE(LAST(GOES.guard), COMES.guard)
);

CREATE TEMPORARY VIEW `Tennessee.relievePressure ends 2` AS
SELECT t, `at`, holds, guard, holds AND (n = 1 OR NOT held) AS starts
FROM (SELECT *, FIRST_VALUE(holds) OVER two AS held, COUNT(*) OVER two AS n
  FROM (SELECT t, `at`, COALESCE((v0 < 2750e0) AND NOT (u0), FALSE) AS holds, TRUE AS guard FROM `Tennessee.relievePressure moments`)
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW));

CREATE TEMPORARY VIEW `Tennessee.relievePressure ends 2 held` AS
SELECT rowtime AS t, `at`, 0 AS begins FROM `Tennessee.relievePressure ends 2`
MATCH_RECOGNIZE (
  ORDER BY t
  MEASURES MATCH_ROWTIME() AS rowtime,
    GREATEST(COALESCE(LAST(GOES.`at`), COMES.`at`), COMES.`at` + 900000) AS `at`
  ONE ROW PER MATCH
  AFTER MATCH SKIP TO LAST HELD
  PATTERN (COMES GOES*? HELD)
  DEFINE COMES AS COMES.starts, GOES AS GOES.holds,
    HELD AS HELD.`at` >= COMES.`at` + 900000 AND COALESCE(LAST(GOES.guard), COMES.guard)
);

CREATE TEMPORARY VIEW `Tennessee.relievePressure turns` AS
SELECT t, `at` - 1 AS `at`, 0 AS begins
FROM (SELECT t, `at`, COUNT(*) OVER two AS n FROM `Tennessee.relievePressure moments` WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1
UNION ALL
SELECT t, `at`, begins FROM `Tennessee.relievePressure begins 1 held`
UNION ALL
SELECT t, `at`, begins FROM `Tennessee.relievePressure ends 2 held`;

CREATE TEMPORARY VIEW `Tennessee.relievePressure events` AS
SELECT `at`, begins FROM `Tennessee.relievePressure turns`
MATCH_RECOGNIZE (
  ORDER BY t, `at`, begins DESC
  MEASURES B.`at` AS `at`, B.begins AS begins
  ONE ROW PER MATCH
  AFTER MATCH SKIP TO NEXT ROW
  PATTERN (A B)
  DEFINE B AS B.begins <> A.begins
);

CREATE TEMPORARY VIEW `Tennessee.reactor.pressure alarm 1 lines` AS
SELECT t,
  `at`,
  LAST_VALUE(CASE WHEN event IN ('value', 'insight') THEN `at` END) OVER sofar AS heard,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'Tennessee.reactor.pressure' THEN reading END) OVER sofar AS r0,
  LAST_VALUE(CASE WHEN event = 'link' AND (path = 'file:data/te/d00_te.csv' OR path NOT IN ('file:data/te/d00_te.csv')) THEN CASE status WHEN 'lost' THEN `at` WHEN 'online' THEN -1 END END) OVER sofar AS d0
FROM `samples 10000 ms`
WHERE event IN ('value', 'insight') AND path IN ('Tennessee.reactor.pressure') OR event IN ('link', 'clock')
WINDOW sofar AS (ORDER BY t RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `Tennessee.reactor.pressure alarm 1 instants` AS
SELECT t, `at`, heard, r0, d0
FROM (SELECT *, FIRST_VALUE(`at`) OVER two AS before, COUNT(*) OVER two AS n
  FROM `Tennessee.reactor.pressure alarm 1 lines`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1 OR before < `at`;

CREATE TEMPORARY VIEW `Tennessee.reactor.pressure alarm 1 moments` AS
SELECT t, `at`, heard, LEAST(`at`, COALESCE(CASE WHEN d0 >= 0 THEN d0 + 540000 END, `at`)) AS gone,
  CASE WHEN COALESCE(CASE WHEN d0 >= 0 THEN d0 + 540000 END <= `at`, FALSE) THEN NULL ELSE TRY_CAST(SUBSTRING(r0, 2) AS DOUBLE) END AS v0, COALESCE(LEFT(r0, 1) = 'U', FALSE) AS u0
FROM `Tennessee.reactor.pressure alarm 1 instants`
WHERE COALESCE(r0) IS NOT NULL;

CREATE TEMPORARY VIEW `Tennessee.reactor.pressure alarm 1 turns` AS
SELECT t, `at` - 1 AS `at`, 0 AS begins
FROM (SELECT t, `at`, COUNT(*) OVER two AS n FROM `Tennessee.reactor.pressure alarm 1 moments` WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1
UNION ALL
SELECT t, `at`, 1 AS begins FROM `Tennessee.reactor.pressure alarm 1 moments` WHERE COALESCE(v0 > 2895e0, FALSE) AND TRUE
UNION ALL
SELECT t, `at`, 0 AS begins FROM `Tennessee.reactor.pressure alarm 1 moments` WHERE COALESCE(v0 <= 2895e0, FALSE) AND TRUE;

CREATE TEMPORARY VIEW `Tennessee.reactor.pressure alarm 1 events` AS
SELECT `at`, begins FROM `Tennessee.reactor.pressure alarm 1 turns`
MATCH_RECOGNIZE (
  ORDER BY t, `at`, begins DESC
  MEASURES B.`at` AS `at`, B.begins AS begins
  ONE ROW PER MATCH
  AFTER MATCH SKIP TO NEXT ROW
  PATTERN (A B)
  DEFINE B AS B.begins <> A.begins
);

CREATE TEMPORARY VIEW `Tennessee.reactor.pressure alarm 2 lines` AS
SELECT t,
  `at`,
  LAST_VALUE(CASE WHEN event IN ('value', 'insight') THEN `at` END) OVER sofar AS heard,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'Tennessee.reactor.pressure' THEN reading END) OVER sofar AS r0,
  LAST_VALUE(CASE WHEN event = 'link' AND (path = 'file:data/te/d00_te.csv' OR path NOT IN ('file:data/te/d00_te.csv')) THEN CASE status WHEN 'lost' THEN `at` WHEN 'online' THEN -1 END END) OVER sofar AS d0
FROM `samples 10000 ms`
WHERE event IN ('value', 'insight') AND path IN ('Tennessee.reactor.pressure') OR event IN ('link', 'clock')
WINDOW sofar AS (ORDER BY t RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `Tennessee.reactor.pressure alarm 2 instants` AS
SELECT t, `at`, heard, r0, d0
FROM (SELECT *, FIRST_VALUE(`at`) OVER two AS before, COUNT(*) OVER two AS n
  FROM `Tennessee.reactor.pressure alarm 2 lines`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1 OR before < `at`;

CREATE TEMPORARY VIEW `Tennessee.reactor.pressure alarm 2 moments` AS
SELECT t, `at`, heard, LEAST(`at`, COALESCE(CASE WHEN d0 >= 0 THEN d0 + 540000 END, `at`)) AS gone,
  CASE WHEN COALESCE(CASE WHEN d0 >= 0 THEN d0 + 540000 END <= `at`, FALSE) THEN NULL ELSE TRY_CAST(SUBSTRING(r0, 2) AS DOUBLE) END AS v0, COALESCE(LEFT(r0, 1) = 'U', FALSE) AS u0
FROM `Tennessee.reactor.pressure alarm 2 instants`
WHERE COALESCE(r0) IS NOT NULL;

CREATE TEMPORARY VIEW `Tennessee.reactor.pressure alarm 2 turns` AS
SELECT t, `at` - 1 AS `at`, 0 AS begins
FROM (SELECT t, `at`, COUNT(*) OVER two AS n FROM `Tennessee.reactor.pressure alarm 2 moments` WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1
UNION ALL
SELECT t, `at`, 1 AS begins FROM `Tennessee.reactor.pressure alarm 2 moments` WHERE COALESCE(v0 > 3000e0, FALSE) AND TRUE
UNION ALL
SELECT t, `at`, 0 AS begins FROM `Tennessee.reactor.pressure alarm 2 moments` WHERE COALESCE(v0 <= 3000e0, FALSE) AND TRUE;

CREATE TEMPORARY VIEW `Tennessee.reactor.pressure alarm 2 events` AS
SELECT `at`, begins FROM `Tennessee.reactor.pressure alarm 2 turns`
MATCH_RECOGNIZE (
  ORDER BY t, `at`, begins DESC
  MEASURES B.`at` AS `at`, B.begins AS begins
  ONE ROW PER MATCH
  AFTER MATCH SKIP TO NEXT ROW
  PATTERN (A B)
  DEFINE B AS B.begins <> A.begins
);

CREATE TEMPORARY VIEW `Tennessee.reactor.level alarm 1 lines` AS
SELECT t,
  `at`,
  LAST_VALUE(CASE WHEN event IN ('value', 'insight') THEN `at` END) OVER sofar AS heard,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'Tennessee.reactor.level' THEN reading END) OVER sofar AS r0,
  LAST_VALUE(CASE WHEN event = 'link' AND (path = 'file:data/te/d00_te.csv' OR path NOT IN ('file:data/te/d00_te.csv')) THEN CASE status WHEN 'lost' THEN `at` WHEN 'online' THEN -1 END END) OVER sofar AS d0
FROM `samples 10000 ms`
WHERE event IN ('value', 'insight') AND path IN ('Tennessee.reactor.level') OR event IN ('link', 'clock')
WINDOW sofar AS (ORDER BY t RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `Tennessee.reactor.level alarm 1 instants` AS
SELECT t, `at`, heard, r0, d0
FROM (SELECT *, FIRST_VALUE(`at`) OVER two AS before, COUNT(*) OVER two AS n
  FROM `Tennessee.reactor.level alarm 1 lines`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1 OR before < `at`;

CREATE TEMPORARY VIEW `Tennessee.reactor.level alarm 1 moments` AS
SELECT t, `at`, heard, LEAST(`at`, COALESCE(CASE WHEN d0 >= 0 THEN d0 + 540000 END, `at`)) AS gone,
  CASE WHEN COALESCE(CASE WHEN d0 >= 0 THEN d0 + 540000 END <= `at`, FALSE) THEN NULL ELSE TRY_CAST(SUBSTRING(r0, 2) AS DOUBLE) END AS v0, COALESCE(LEFT(r0, 1) = 'U', FALSE) AS u0
FROM `Tennessee.reactor.level alarm 1 instants`
WHERE COALESCE(r0) IS NOT NULL;

CREATE TEMPORARY VIEW `Tennessee.reactor.level alarm 1 turns` AS
SELECT t, `at` - 1 AS `at`, 0 AS begins
FROM (SELECT t, `at`, COUNT(*) OVER two AS n FROM `Tennessee.reactor.level alarm 1 moments` WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1
UNION ALL
SELECT t, `at`, 1 AS begins FROM `Tennessee.reactor.level alarm 1 moments` WHERE COALESCE(v0 < 50e0, FALSE) AND TRUE
UNION ALL
SELECT t, `at`, 0 AS begins FROM `Tennessee.reactor.level alarm 1 moments` WHERE COALESCE(v0 >= 50e0, FALSE) AND TRUE;

CREATE TEMPORARY VIEW `Tennessee.reactor.level alarm 1 events` AS
SELECT `at`, begins FROM `Tennessee.reactor.level alarm 1 turns`
MATCH_RECOGNIZE (
  ORDER BY t, `at`, begins DESC
  MEASURES B.`at` AS `at`, B.begins AS begins
  ONE ROW PER MATCH
  AFTER MATCH SKIP TO NEXT ROW
  PATTERN (A B)
  DEFINE B AS B.begins <> A.begins
);

CREATE TEMPORARY VIEW `Tennessee.reactor.level alarm 2 lines` AS
SELECT t,
  `at`,
  LAST_VALUE(CASE WHEN event IN ('value', 'insight') THEN `at` END) OVER sofar AS heard,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'Tennessee.reactor.level' THEN reading END) OVER sofar AS r0,
  LAST_VALUE(CASE WHEN event = 'link' AND (path = 'file:data/te/d00_te.csv' OR path NOT IN ('file:data/te/d00_te.csv')) THEN CASE status WHEN 'lost' THEN `at` WHEN 'online' THEN -1 END END) OVER sofar AS d0
FROM `samples 10000 ms`
WHERE event IN ('value', 'insight') AND path IN ('Tennessee.reactor.level') OR event IN ('link', 'clock')
WINDOW sofar AS (ORDER BY t RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `Tennessee.reactor.level alarm 2 instants` AS
SELECT t, `at`, heard, r0, d0
FROM (SELECT *, FIRST_VALUE(`at`) OVER two AS before, COUNT(*) OVER two AS n
  FROM `Tennessee.reactor.level alarm 2 lines`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1 OR before < `at`;

CREATE TEMPORARY VIEW `Tennessee.reactor.level alarm 2 moments` AS
SELECT t, `at`, heard, LEAST(`at`, COALESCE(CASE WHEN d0 >= 0 THEN d0 + 540000 END, `at`)) AS gone,
  CASE WHEN COALESCE(CASE WHEN d0 >= 0 THEN d0 + 540000 END <= `at`, FALSE) THEN NULL ELSE TRY_CAST(SUBSTRING(r0, 2) AS DOUBLE) END AS v0, COALESCE(LEFT(r0, 1) = 'U', FALSE) AS u0
FROM `Tennessee.reactor.level alarm 2 instants`
WHERE COALESCE(r0) IS NOT NULL;

CREATE TEMPORARY VIEW `Tennessee.reactor.level alarm 2 turns` AS
SELECT t, `at` - 1 AS `at`, 0 AS begins
FROM (SELECT t, `at`, COUNT(*) OVER two AS n FROM `Tennessee.reactor.level alarm 2 moments` WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1
UNION ALL
SELECT t, `at`, 1 AS begins FROM `Tennessee.reactor.level alarm 2 moments` WHERE COALESCE(v0 > 100e0, FALSE) AND TRUE
UNION ALL
SELECT t, `at`, 0 AS begins FROM `Tennessee.reactor.level alarm 2 moments` WHERE COALESCE(v0 <= 100e0, FALSE) AND TRUE;

CREATE TEMPORARY VIEW `Tennessee.reactor.level alarm 2 events` AS
SELECT `at`, begins FROM `Tennessee.reactor.level alarm 2 turns`
MATCH_RECOGNIZE (
  ORDER BY t, `at`, begins DESC
  MEASURES B.`at` AS `at`, B.begins AS begins
  ONE ROW PER MATCH
  AFTER MATCH SKIP TO NEXT ROW
  PATTERN (A B)
  DEFINE B AS B.begins <> A.begins
);

CREATE TEMPORARY VIEW `Tennessee.reactor.level alarm 3 lines` AS
SELECT t,
  `at`,
  LAST_VALUE(CASE WHEN event IN ('value', 'insight') THEN `at` END) OVER sofar AS heard,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'Tennessee.reactor.level' THEN reading END) OVER sofar AS r0,
  LAST_VALUE(CASE WHEN event = 'link' AND (path = 'file:data/te/d00_te.csv' OR path NOT IN ('file:data/te/d00_te.csv')) THEN CASE status WHEN 'lost' THEN `at` WHEN 'online' THEN -1 END END) OVER sofar AS d0
FROM `samples 10000 ms`
WHERE event IN ('value', 'insight') AND path IN ('Tennessee.reactor.level') OR event IN ('link', 'clock')
WINDOW sofar AS (ORDER BY t RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `Tennessee.reactor.level alarm 3 instants` AS
SELECT t, `at`, heard, r0, d0
FROM (SELECT *, FIRST_VALUE(`at`) OVER two AS before, COUNT(*) OVER two AS n
  FROM `Tennessee.reactor.level alarm 3 lines`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1 OR before < `at`;

CREATE TEMPORARY VIEW `Tennessee.reactor.level alarm 3 moments` AS
SELECT t, `at`, heard, LEAST(`at`, COALESCE(CASE WHEN d0 >= 0 THEN d0 + 540000 END, `at`)) AS gone,
  CASE WHEN COALESCE(CASE WHEN d0 >= 0 THEN d0 + 540000 END <= `at`, FALSE) THEN NULL ELSE TRY_CAST(SUBSTRING(r0, 2) AS DOUBLE) END AS v0, COALESCE(LEFT(r0, 1) = 'U', FALSE) AS u0
FROM `Tennessee.reactor.level alarm 3 instants`
WHERE COALESCE(r0) IS NOT NULL;

CREATE TEMPORARY VIEW `Tennessee.reactor.level alarm 3 turns` AS
SELECT t, `at` - 1 AS `at`, 0 AS begins
FROM (SELECT t, `at`, COUNT(*) OVER two AS n FROM `Tennessee.reactor.level alarm 3 moments` WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1
UNION ALL
SELECT t, `at`, 1 AS begins FROM `Tennessee.reactor.level alarm 3 moments` WHERE COALESCE(v0 > 114.4e0, FALSE) AND TRUE
UNION ALL
SELECT t, `at`, 0 AS begins FROM `Tennessee.reactor.level alarm 3 moments` WHERE COALESCE(v0 <= 114.4e0, FALSE) AND TRUE;

CREATE TEMPORARY VIEW `Tennessee.reactor.level alarm 3 events` AS
SELECT `at`, begins FROM `Tennessee.reactor.level alarm 3 turns`
MATCH_RECOGNIZE (
  ORDER BY t, `at`, begins DESC
  MEASURES B.`at` AS `at`, B.begins AS begins
  ONE ROW PER MATCH
  AFTER MATCH SKIP TO NEXT ROW
  PATTERN (A B)
  DEFINE B AS B.begins <> A.begins
);

CREATE TEMPORARY VIEW `Tennessee.reactor.temperature alarm 1 lines` AS
SELECT t,
  `at`,
  LAST_VALUE(CASE WHEN event IN ('value', 'insight') THEN `at` END) OVER sofar AS heard,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'Tennessee.reactor.temperature' THEN reading END) OVER sofar AS r0,
  LAST_VALUE(CASE WHEN event = 'link' AND (path = 'file:data/te/d00_te.csv' OR path NOT IN ('file:data/te/d00_te.csv')) THEN CASE status WHEN 'lost' THEN `at` WHEN 'online' THEN -1 END END) OVER sofar AS d0
FROM `samples 10000 ms`
WHERE event IN ('value', 'insight') AND path IN ('Tennessee.reactor.temperature') OR event IN ('link', 'clock')
WINDOW sofar AS (ORDER BY t RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `Tennessee.reactor.temperature alarm 1 instants` AS
SELECT t, `at`, heard, r0, d0
FROM (SELECT *, FIRST_VALUE(`at`) OVER two AS before, COUNT(*) OVER two AS n
  FROM `Tennessee.reactor.temperature alarm 1 lines`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1 OR before < `at`;

CREATE TEMPORARY VIEW `Tennessee.reactor.temperature alarm 1 moments` AS
SELECT t, `at`, heard, LEAST(`at`, COALESCE(CASE WHEN d0 >= 0 THEN d0 + 540000 END, `at`)) AS gone,
  CASE WHEN COALESCE(CASE WHEN d0 >= 0 THEN d0 + 540000 END <= `at`, FALSE) THEN NULL ELSE TRY_CAST(SUBSTRING(r0, 2) AS DOUBLE) END AS v0, COALESCE(LEFT(r0, 1) = 'U', FALSE) AS u0
FROM `Tennessee.reactor.temperature alarm 1 instants`
WHERE COALESCE(r0) IS NOT NULL;

CREATE TEMPORARY VIEW `Tennessee.reactor.temperature alarm 1 turns` AS
SELECT t, `at` - 1 AS `at`, 0 AS begins
FROM (SELECT t, `at`, COUNT(*) OVER two AS n FROM `Tennessee.reactor.temperature alarm 1 moments` WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1
UNION ALL
SELECT t, `at`, 1 AS begins FROM `Tennessee.reactor.temperature alarm 1 moments` WHERE COALESCE(v0 > 150e0, FALSE) AND TRUE
UNION ALL
SELECT t, `at`, 0 AS begins FROM `Tennessee.reactor.temperature alarm 1 moments` WHERE COALESCE(v0 <= 150e0, FALSE) AND TRUE;

CREATE TEMPORARY VIEW `Tennessee.reactor.temperature alarm 1 events` AS
SELECT `at`, begins FROM `Tennessee.reactor.temperature alarm 1 turns`
MATCH_RECOGNIZE (
  ORDER BY t, `at`, begins DESC
  MEASURES B.`at` AS `at`, B.begins AS begins
  ONE ROW PER MATCH
  AFTER MATCH SKIP TO NEXT ROW
  PATTERN (A B)
  DEFINE B AS B.begins <> A.begins
);

CREATE TEMPORARY VIEW `Tennessee.reactor.temperature alarm 2 lines` AS
SELECT t,
  `at`,
  LAST_VALUE(CASE WHEN event IN ('value', 'insight') THEN `at` END) OVER sofar AS heard,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'Tennessee.reactor.temperature' THEN reading END) OVER sofar AS r0,
  LAST_VALUE(CASE WHEN event = 'link' AND (path = 'file:data/te/d00_te.csv' OR path NOT IN ('file:data/te/d00_te.csv')) THEN CASE status WHEN 'lost' THEN `at` WHEN 'online' THEN -1 END END) OVER sofar AS d0
FROM `samples 10000 ms`
WHERE event IN ('value', 'insight') AND path IN ('Tennessee.reactor.temperature') OR event IN ('link', 'clock')
WINDOW sofar AS (ORDER BY t RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `Tennessee.reactor.temperature alarm 2 instants` AS
SELECT t, `at`, heard, r0, d0
FROM (SELECT *, FIRST_VALUE(`at`) OVER two AS before, COUNT(*) OVER two AS n
  FROM `Tennessee.reactor.temperature alarm 2 lines`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1 OR before < `at`;

CREATE TEMPORARY VIEW `Tennessee.reactor.temperature alarm 2 moments` AS
SELECT t, `at`, heard, LEAST(`at`, COALESCE(CASE WHEN d0 >= 0 THEN d0 + 540000 END, `at`)) AS gone,
  CASE WHEN COALESCE(CASE WHEN d0 >= 0 THEN d0 + 540000 END <= `at`, FALSE) THEN NULL ELSE TRY_CAST(SUBSTRING(r0, 2) AS DOUBLE) END AS v0, COALESCE(LEFT(r0, 1) = 'U', FALSE) AS u0
FROM `Tennessee.reactor.temperature alarm 2 instants`
WHERE COALESCE(r0) IS NOT NULL;

CREATE TEMPORARY VIEW `Tennessee.reactor.temperature alarm 2 turns` AS
SELECT t, `at` - 1 AS `at`, 0 AS begins
FROM (SELECT t, `at`, COUNT(*) OVER two AS n FROM `Tennessee.reactor.temperature alarm 2 moments` WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1
UNION ALL
SELECT t, `at`, 1 AS begins FROM `Tennessee.reactor.temperature alarm 2 moments` WHERE COALESCE(v0 > 175e0, FALSE) AND TRUE
UNION ALL
SELECT t, `at`, 0 AS begins FROM `Tennessee.reactor.temperature alarm 2 moments` WHERE COALESCE(v0 <= 175e0, FALSE) AND TRUE;

CREATE TEMPORARY VIEW `Tennessee.reactor.temperature alarm 2 events` AS
SELECT `at`, begins FROM `Tennessee.reactor.temperature alarm 2 turns`
MATCH_RECOGNIZE (
  ORDER BY t, `at`, begins DESC
  MEASURES B.`at` AS `at`, B.begins AS begins
  ONE ROW PER MATCH
  AFTER MATCH SKIP TO NEXT ROW
  PATTERN (A B)
  DEFINE B AS B.begins <> A.begins
);

CREATE TEMPORARY VIEW `Tennessee.reactor.heat lines` AS
SELECT t,
  `at`,
  LAST_VALUE(CASE WHEN event IN ('value', 'insight') THEN `at` END) OVER sofar AS heard,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'Tennessee.reactor.temperature' THEN reading END) OVER sofar AS r0,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'Tennessee.reactor.outlet' THEN reading END) OVER sofar AS r1,
  LAST_VALUE(CASE WHEN event = 'link' AND (path = 'file:data/te/d00_te.csv' OR path NOT IN ('file:data/te/d00_te.csv')) THEN CASE status WHEN 'lost' THEN `at` WHEN 'online' THEN -1 END END) OVER sofar AS d0
FROM `samples 10000 ms`
WHERE event IN ('value', 'insight') AND path IN ('Tennessee.reactor.temperature', 'Tennessee.reactor.outlet') OR event IN ('link', 'clock')
WINDOW sofar AS (ORDER BY t RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `Tennessee.reactor.heat instants` AS
SELECT t, `at`, heard, r0, r1, d0
FROM (SELECT *, FIRST_VALUE(`at`) OVER two AS before, COUNT(*) OVER two AS n
  FROM `Tennessee.reactor.heat lines`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1 OR before < `at`;

CREATE TEMPORARY VIEW `Tennessee.reactor.heat spans` AS
SELECT t, a, b, COALESCE(CASE WHEN d0 >= 0 THEN d0 + 540000 END, b) AS e0, COALESCE(CASE WHEN d0 >= 0 THEN d0 + 540000 END, b) AS e1,
  CASE WHEN COALESCE(CASE WHEN d0 >= 0 THEN d0 + 540000 END <= a, FALSE) THEN NULL ELSE TRY_CAST(SUBSTRING(r0, 2) AS DOUBLE) END AS v0, COALESCE(LEFT(r0, 1) = 'U', FALSE) AS u0,
  CASE WHEN COALESCE(CASE WHEN d0 >= 0 THEN d0 + 540000 END <= a, FALSE) THEN NULL ELSE TRY_CAST(SUBSTRING(r1, 2) AS DOUBLE) END AS v1, COALESCE(LEFT(r1, 1) = 'U', FALSE) AS u1
FROM (SELECT t, FIRST_VALUE(`at`) OVER two AS a, `at` AS b, COUNT(*) OVER two AS n,
  FIRST_VALUE(COALESCE(r0, '')) OVER two AS r0,
  FIRST_VALUE(COALESCE(r1, '')) OVER two AS r1,
  FIRST_VALUE(COALESCE(d0, -1)) OVER two AS d0
  FROM `Tennessee.reactor.heat instants`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 2;

CREATE TEMPORARY VIEW `Tennessee.reactor.heat pieces` AS
SELECT t, i, i + j AS win, ps, pe, ((i + j + 1) * 900000 + 0) - 900000 AS ws, ((i + j + 1) * 900000 + 0) AS we, v0, u0, e0, v1, u1, e1
FROM (SELECT *, GREATEST(a, (i * 900000 + 0)) AS ps, LEAST(b, ((i + 1) * 900000 + 0)) AS pe
  FROM (SELECT *, `first` + (number - 1) / 1 AS i, MOD(number - 1, 1) AS j
    FROM (SELECT *, ((a - 0) / 900000) AS `first`, (((b - 1) - 0) / 900000) AS `last` FROM `Tennessee.reactor.heat spans`)
    CROSS JOIN UNNEST(SPLIT('x' || REPEAT(',x', CAST(`last` - `first` + 1 AS INT) * 1 - 1), ',')) WITH ORDINALITY AS cuts(x, number)));

CREATE TEMPORARY VIEW `Tennessee.reactor.heat sums` AS
SELECT t, i, win, pe, ws, we, v0, u0, e0, v1, u1, e1,
  SUM(CASE WHEN (v0 IS NOT NULL AND NOT (u0)) THEN GREATEST(LEAST(pe, e0) - ps, 0) ELSE 0 END) OVER sofar AS x0,
  SUM(CASE WHEN (v0 IS NOT NULL AND NOT (u0)) THEN v0 * GREATEST(LEAST(pe, e0) - ps, 0) / 1000e0 ELSE 0 END) OVER sofar AS x1,
  SUM(CASE WHEN (v0 IS NOT NULL AND NOT (u0)) THEN GREATEST(LEAST(pe, e0) - ps, 0) ELSE 0 END) OVER sofar AS x2,
  SUM(CASE WHEN (v1 IS NOT NULL AND NOT (u1)) THEN GREATEST(LEAST(pe, e1) - ps, 0) ELSE 0 END) OVER sofar AS x3,
  SUM(CASE WHEN (v1 IS NOT NULL AND NOT (u1)) THEN v1 * GREATEST(LEAST(pe, e1) - ps, 0) / 1000e0 ELSE 0 END) OVER sofar AS x4,
  SUM(CASE WHEN (v1 IS NOT NULL AND NOT (u1)) THEN GREATEST(LEAST(pe, e1) - ps, 0) ELSE 0 END) OVER sofar AS x5,
  SUM(CASE WHEN (v0 IS NOT NULL AND NOT (u0)) THEN GREATEST(LEAST(pe, e0) - ps, 0) ELSE 0 END) OVER sofar AS x6,
  SUM(CASE WHEN (v0 IS NOT NULL AND NOT (u0)) THEN v0 * GREATEST(LEAST(pe, e0) - ps, 0) / 1000e0 ELSE 0 END) OVER sofar AS x7,
  SUM(CASE WHEN (v0 IS NOT NULL AND NOT (u0)) THEN GREATEST(LEAST(pe, e0) - ps, 0) ELSE 0 END) OVER sofar AS x8
FROM `Tennessee.reactor.heat pieces`
WINDOW sofar AS (PARTITION BY win ORDER BY t ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `Tennessee.reactor.heat windows` AS
SELECT * FROM `Tennessee.reactor.heat sums` WHERE i = win AND pe = we;

CREATE TEMPORARY VIEW `Tennessee.reactor.runaway lines` AS
SELECT t,
  `at`,
  LAST_VALUE(CASE WHEN event IN ('value', 'insight') THEN `at` END) OVER sofar AS heard,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'Tennessee.reactor.temperature' THEN reading END) OVER sofar AS r0,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'Tennessee.reactor.temperature' THEN `at` END) OVER sofar AS h0,
  LAST_VALUE(CASE WHEN event = 'link' AND (path = 'file:data/te/d00_te.csv' OR path NOT IN ('file:data/te/d00_te.csv')) THEN CASE status WHEN 'lost' THEN `at` WHEN 'online' THEN -1 END END) OVER sofar AS d0
FROM `samples 10000 ms`
WHERE event IN ('value', 'insight') AND path IN ('Tennessee.reactor.temperature') OR event IN ('link', 'clock')
WINDOW sofar AS (ORDER BY t RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `Tennessee.reactor.runaway instants` AS
SELECT t, `at`, heard, r0, d0, COALESCE(h0 = `at`, FALSE) AS f0
FROM (SELECT *, FIRST_VALUE(`at`) OVER two AS before, COUNT(*) OVER two AS n
  FROM `Tennessee.reactor.runaway lines`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1 OR before < `at`;

CREATE TEMPORARY VIEW `Tennessee.reactor.runaway spans` AS
SELECT t, a, b, COALESCE(CASE WHEN d0 >= 0 THEN d0 + 540000 END, b) AS e0, f0,
  CASE WHEN COALESCE(CASE WHEN d0 >= 0 THEN d0 + 540000 END <= a, FALSE) THEN NULL ELSE TRY_CAST(SUBSTRING(r0, 2) AS DOUBLE) END AS v0, COALESCE(LEFT(r0, 1) = 'U', FALSE) AS u0
FROM (SELECT t, FIRST_VALUE(`at`) OVER two AS a, `at` AS b, COUNT(*) OVER two AS n,
  FIRST_VALUE(COALESCE(r0, '')) OVER two AS r0,
  FIRST_VALUE(f0) OVER two AS f0,
  FIRST_VALUE(COALESCE(d0, -1)) OVER two AS d0
  FROM `Tennessee.reactor.runaway instants`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 2;

CREATE TEMPORARY VIEW `Tennessee.reactor.runaway pieces` AS
SELECT t, i, i + j AS win, ps, pe, ((i + j + 1) * 180000 + 0) - 1800000 AS ws, ((i + j + 1) * 180000 + 0) AS we, v0, u0, e0, i = `first` AND f0 AS f0
FROM (SELECT *, GREATEST(a, (i * 180000 + 0)) AS ps, LEAST(b, ((i + 1) * 180000 + 0)) AS pe
  FROM (SELECT *, `first` + (number - 1) / 10 AS i, MOD(number - 1, 10) AS j
    FROM (SELECT *, ((a - 0) / 180000) AS `first`, (((b - 1) - 0) / 180000) AS `last` FROM `Tennessee.reactor.runaway spans`)
    CROSS JOIN UNNEST(SPLIT('x' || REPEAT(',x', CAST(`last` - `first` + 1 AS INT) * 10 - 1), ',')) WITH ORDINALITY AS cuts(x, number)));

CREATE TEMPORARY VIEW `Tennessee.reactor.runaway sums` AS
SELECT t, i, win, pe, ws, we, v0, u0, e0,
  SUM(CASE WHEN (v0 IS NOT NULL AND NOT (u0)) THEN GREATEST(LEAST(pe, e0) - ps, 0) ELSE 0 END) OVER sofar AS x0,
  SUM(CASE WHEN (v0 IS NOT NULL AND NOT (u0)) THEN CASE WHEN (f0) THEN 1e0 ELSE 0e0 END ELSE 0 END) OVER sofar AS x1,
  SUM(CASE WHEN (v0 IS NOT NULL AND NOT (u0)) THEN CASE WHEN (f0) THEN ((ps - ws) / 1000e0) ELSE 0e0 END ELSE 0 END) OVER sofar AS x2,
  SUM(CASE WHEN (v0 IS NOT NULL AND NOT (u0)) THEN CASE WHEN (f0) THEN v0 ELSE 0e0 END ELSE 0 END) OVER sofar AS x3,
  SUM(CASE WHEN (v0 IS NOT NULL AND NOT (u0)) THEN CASE WHEN (f0) THEN ((ps - ws) / 1000e0) * ((ps - ws) / 1000e0) ELSE 0e0 END ELSE 0 END) OVER sofar AS x4,
  SUM(CASE WHEN (v0 IS NOT NULL AND NOT (u0)) THEN CASE WHEN (f0) THEN ((ps - ws) / 1000e0) * v0 ELSE 0e0 END ELSE 0 END) OVER sofar AS x5,
  MIN(CASE WHEN (v0 IS NOT NULL AND NOT (u0)) AND (f0) THEN ((ps - ws) / 1000e0) END) OVER sofar AS x6,
  MAX(CASE WHEN (v0 IS NOT NULL AND NOT (u0)) AND (f0) THEN ((ps - ws) / 1000e0) END) OVER sofar AS x7
FROM `Tennessee.reactor.runaway pieces`
WINDOW sofar AS (PARTITION BY win ORDER BY t ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `Tennessee.reactor.runaway windows` AS
SELECT * FROM `Tennessee.reactor.runaway sums` WHERE i = win AND pe = we;

CREATE TEMPORARY VIEW `Tennessee.reactor.runaway alarm 1 lines` AS
SELECT t,
  `at`,
  LAST_VALUE(CASE WHEN event IN ('value', 'insight') THEN `at` END) OVER sofar AS heard,
  LAST_VALUE(CASE WHEN event = 'insight' AND path = 'Tennessee.reactor.runaway' THEN reading END) OVER sofar AS r0
FROM `samples 20000 ms`
WHERE event IN ('value', 'insight') AND path IN ('Tennessee.reactor.runaway') OR event IN ('link', 'clock')
WINDOW sofar AS (ORDER BY t RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `Tennessee.reactor.runaway alarm 1 instants` AS
SELECT t, `at`, heard, r0
FROM (SELECT *, FIRST_VALUE(`at`) OVER two AS before, COUNT(*) OVER two AS n
  FROM `Tennessee.reactor.runaway alarm 1 lines`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1 OR before < `at`;

CREATE TEMPORARY VIEW `Tennessee.reactor.runaway alarm 1 moments` AS
SELECT t, `at`, heard, LEAST(`at`) AS gone,
  TRY_CAST(SUBSTRING(r0, 2) AS DOUBLE) AS v0, COALESCE(LEFT(r0, 1) = 'U', FALSE) AS u0
FROM `Tennessee.reactor.runaway alarm 1 instants`
WHERE COALESCE(r0) IS NOT NULL;

CREATE TEMPORARY VIEW `Tennessee.reactor.runaway alarm 1 turns` AS
SELECT t, `at` - 1 AS `at`, 0 AS begins
FROM (SELECT t, `at`, COUNT(*) OVER two AS n FROM `Tennessee.reactor.runaway alarm 1 moments` WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1
UNION ALL
SELECT t, `at`, 1 AS begins FROM `Tennessee.reactor.runaway alarm 1 moments` WHERE COALESCE(v0 > 6e0, FALSE) AND TRUE
UNION ALL
SELECT t, `at`, 0 AS begins FROM `Tennessee.reactor.runaway alarm 1 moments` WHERE COALESCE(v0 <= 6e0, FALSE) AND TRUE;

CREATE TEMPORARY VIEW `Tennessee.reactor.runaway alarm 1 events` AS
SELECT `at`, begins FROM `Tennessee.reactor.runaway alarm 1 turns`
MATCH_RECOGNIZE (
  ORDER BY t, `at`, begins DESC
  MEASURES B.`at` AS `at`, B.begins AS begins
  ONE ROW PER MATCH
  AFTER MATCH SKIP TO NEXT ROW
  PATTERN (A B)
  DEFINE B AS B.begins <> A.begins
);

CREATE TEMPORARY VIEW `Tennessee.reactor.toTrip lines` AS
SELECT t,
  `at`,
  LAST_VALUE(CASE WHEN event IN ('value', 'insight') THEN `at` END) OVER sofar AS heard,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'Tennessee.reactor.pressure' THEN reading END) OVER sofar AS r0,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'Tennessee.reactor.pressure' THEN `at` END) OVER sofar AS h0,
  LAST_VALUE(CASE WHEN event = 'link' AND (path = 'file:data/te/d00_te.csv' OR path NOT IN ('file:data/te/d00_te.csv')) THEN CASE status WHEN 'lost' THEN `at` WHEN 'online' THEN -1 END END) OVER sofar AS d0
FROM `samples 10000 ms`
WHERE event IN ('value', 'insight') AND path IN ('Tennessee.reactor.pressure') OR event IN ('link', 'clock')
WINDOW sofar AS (ORDER BY t RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `Tennessee.reactor.toTrip instants` AS
SELECT t, `at`, heard, r0, d0, COALESCE(h0 = `at`, FALSE) AS f0
FROM (SELECT *, FIRST_VALUE(`at`) OVER two AS before, COUNT(*) OVER two AS n
  FROM `Tennessee.reactor.toTrip lines`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1 OR before < `at`;

CREATE TEMPORARY VIEW `Tennessee.reactor.toTrip spans` AS
SELECT t, a, b, COALESCE(CASE WHEN d0 >= 0 THEN d0 + 540000 END, b) AS e0, f0,
  CASE WHEN COALESCE(CASE WHEN d0 >= 0 THEN d0 + 540000 END <= a, FALSE) THEN NULL ELSE TRY_CAST(SUBSTRING(r0, 2) AS DOUBLE) END AS v0, COALESCE(LEFT(r0, 1) = 'U', FALSE) AS u0
FROM (SELECT t, FIRST_VALUE(`at`) OVER two AS a, `at` AS b, COUNT(*) OVER two AS n,
  FIRST_VALUE(COALESCE(r0, '')) OVER two AS r0,
  FIRST_VALUE(f0) OVER two AS f0,
  FIRST_VALUE(COALESCE(d0, -1)) OVER two AS d0
  FROM `Tennessee.reactor.toTrip instants`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 2;

CREATE TEMPORARY VIEW `Tennessee.reactor.toTrip pieces` AS
SELECT t, i, i + j AS win, ps, pe, ((i + j + 1) * 180000 + 0) - 1800000 AS ws, ((i + j + 1) * 180000 + 0) AS we, v0, u0, e0, i = `first` AND f0 AS f0
FROM (SELECT *, GREATEST(a, (i * 180000 + 0)) AS ps, LEAST(b, ((i + 1) * 180000 + 0)) AS pe
  FROM (SELECT *, `first` + (number - 1) / 10 AS i, MOD(number - 1, 10) AS j
    FROM (SELECT *, ((a - 0) / 180000) AS `first`, (((b - 1) - 0) / 180000) AS `last` FROM `Tennessee.reactor.toTrip spans`)
    CROSS JOIN UNNEST(SPLIT('x' || REPEAT(',x', CAST(`last` - `first` + 1 AS INT) * 10 - 1), ',')) WITH ORDINALITY AS cuts(x, number)));

CREATE TEMPORARY VIEW `Tennessee.reactor.toTrip sums` AS
SELECT t, i, win, pe, ws, we, v0, u0, e0,
  SUM(CASE WHEN (v0 IS NOT NULL AND NOT (u0)) THEN GREATEST(LEAST(pe, e0) - ps, 0) ELSE 0 END) OVER sofar AS x0,
  SUM(CASE WHEN (v0 IS NOT NULL AND NOT (u0)) THEN CASE WHEN (f0) THEN 1e0 ELSE 0e0 END ELSE 0 END) OVER sofar AS x1,
  SUM(CASE WHEN (v0 IS NOT NULL AND NOT (u0)) THEN CASE WHEN (f0) THEN ((ps - ws) / 1000e0) ELSE 0e0 END ELSE 0 END) OVER sofar AS x2,
  SUM(CASE WHEN (v0 IS NOT NULL AND NOT (u0)) THEN CASE WHEN (f0) THEN v0 ELSE 0e0 END ELSE 0 END) OVER sofar AS x3,
  SUM(CASE WHEN (v0 IS NOT NULL AND NOT (u0)) THEN CASE WHEN (f0) THEN ((ps - ws) / 1000e0) * ((ps - ws) / 1000e0) ELSE 0e0 END ELSE 0 END) OVER sofar AS x4,
  SUM(CASE WHEN (v0 IS NOT NULL AND NOT (u0)) THEN CASE WHEN (f0) THEN ((ps - ws) / 1000e0) * v0 ELSE 0e0 END ELSE 0 END) OVER sofar AS x5,
  MIN(CASE WHEN (v0 IS NOT NULL AND NOT (u0)) AND (f0) THEN ((ps - ws) / 1000e0) END) OVER sofar AS x6,
  MAX(CASE WHEN (v0 IS NOT NULL AND NOT (u0)) AND (f0) THEN ((ps - ws) / 1000e0) END) OVER sofar AS x7
FROM `Tennessee.reactor.toTrip pieces`
WINDOW sofar AS (PARTITION BY win ORDER BY t ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `Tennessee.reactor.toTrip windows` AS
SELECT * FROM `Tennessee.reactor.toTrip sums` WHERE i = win AND pe = we;

CREATE TEMPORARY VIEW `Tennessee.reactor.drift alarm 1 lines` AS
SELECT t,
  `at`,
  LAST_VALUE(CASE WHEN event IN ('value', 'insight') THEN `at` END) OVER sofar AS heard,
  LAST_VALUE(CASE WHEN event = 'insight' AND path = 'Tennessee.reactor.drift' THEN reading END) OVER sofar AS r0
FROM `samples 20000 ms`
WHERE event IN ('value', 'insight') AND path IN ('Tennessee.reactor.drift') OR event IN ('link', 'clock')
WINDOW sofar AS (ORDER BY t RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `Tennessee.reactor.drift alarm 1 instants` AS
SELECT t, `at`, heard, r0
FROM (SELECT *, FIRST_VALUE(`at`) OVER two AS before, COUNT(*) OVER two AS n
  FROM `Tennessee.reactor.drift alarm 1 lines`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1 OR before < `at`;

CREATE TEMPORARY VIEW `Tennessee.reactor.drift alarm 1 moments` AS
SELECT t, `at`, heard, LEAST(`at`) AS gone,
  TRY_CAST(SUBSTRING(r0, 2) AS DOUBLE) AS v0, COALESCE(LEFT(r0, 1) = 'U', FALSE) AS u0
FROM `Tennessee.reactor.drift alarm 1 instants`
WHERE COALESCE(r0) IS NOT NULL;

CREATE TEMPORARY VIEW `Tennessee.reactor.drift alarm 1 turns` AS
SELECT t, `at` - 1 AS `at`, 0 AS begins
FROM (SELECT t, `at`, COUNT(*) OVER two AS n FROM `Tennessee.reactor.drift alarm 1 moments` WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1
UNION ALL
SELECT t, `at`, 1 AS begins FROM `Tennessee.reactor.drift alarm 1 moments` WHERE COALESCE(v0 > 0.9e0, FALSE) AND TRUE
UNION ALL
SELECT t, `at`, 0 AS begins FROM `Tennessee.reactor.drift alarm 1 moments` WHERE COALESCE(v0 <= 0.9e0, FALSE) AND TRUE;

CREATE TEMPORARY VIEW `Tennessee.reactor.drift alarm 1 events` AS
SELECT `at`, begins FROM `Tennessee.reactor.drift alarm 1 turns`
MATCH_RECOGNIZE (
  ORDER BY t, `at`, begins DESC
  MEASURES B.`at` AS `at`, B.begins AS begins
  ONE ROW PER MATCH
  AFTER MATCH SKIP TO NEXT ROW
  PATTERN (A B)
  DEFINE B AS B.begins <> A.begins
);

CREATE TEMPORARY VIEW `Tennessee.separator.level alarm 1 lines` AS
SELECT t,
  `at`,
  LAST_VALUE(CASE WHEN event IN ('value', 'insight') THEN `at` END) OVER sofar AS heard,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'Tennessee.separator.level' THEN reading END) OVER sofar AS r0,
  LAST_VALUE(CASE WHEN event = 'link' AND (path = 'file:data/te/d00_te.csv' OR path NOT IN ('file:data/te/d00_te.csv')) THEN CASE status WHEN 'lost' THEN `at` WHEN 'online' THEN -1 END END) OVER sofar AS d0
FROM `samples 10000 ms`
WHERE event IN ('value', 'insight') AND path IN ('Tennessee.separator.level') OR event IN ('link', 'clock')
WINDOW sofar AS (ORDER BY t RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `Tennessee.separator.level alarm 1 instants` AS
SELECT t, `at`, heard, r0, d0
FROM (SELECT *, FIRST_VALUE(`at`) OVER two AS before, COUNT(*) OVER two AS n
  FROM `Tennessee.separator.level alarm 1 lines`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1 OR before < `at`;

CREATE TEMPORARY VIEW `Tennessee.separator.level alarm 1 moments` AS
SELECT t, `at`, heard, LEAST(`at`, COALESCE(CASE WHEN d0 >= 0 THEN d0 + 540000 END, `at`)) AS gone,
  CASE WHEN COALESCE(CASE WHEN d0 >= 0 THEN d0 + 540000 END <= `at`, FALSE) THEN NULL ELSE TRY_CAST(SUBSTRING(r0, 2) AS DOUBLE) END AS v0, COALESCE(LEFT(r0, 1) = 'U', FALSE) AS u0
FROM `Tennessee.separator.level alarm 1 instants`
WHERE COALESCE(r0) IS NOT NULL;

CREATE TEMPORARY VIEW `Tennessee.separator.level alarm 1 turns` AS
SELECT t, `at` - 1 AS `at`, 0 AS begins
FROM (SELECT t, `at`, COUNT(*) OVER two AS n FROM `Tennessee.separator.level alarm 1 moments` WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1
UNION ALL
SELECT t, `at`, 1 AS begins FROM `Tennessee.separator.level alarm 1 moments` WHERE COALESCE(v0 < 2.7e0, FALSE) AND TRUE
UNION ALL
SELECT t, `at`, 0 AS begins FROM `Tennessee.separator.level alarm 1 moments` WHERE COALESCE(v0 >= 2.7e0, FALSE) AND TRUE;

CREATE TEMPORARY VIEW `Tennessee.separator.level alarm 1 events` AS
SELECT `at`, begins FROM `Tennessee.separator.level alarm 1 turns`
MATCH_RECOGNIZE (
  ORDER BY t, `at`, begins DESC
  MEASURES B.`at` AS `at`, B.begins AS begins
  ONE ROW PER MATCH
  AFTER MATCH SKIP TO NEXT ROW
  PATTERN (A B)
  DEFINE B AS B.begins <> A.begins
);

CREATE TEMPORARY VIEW `Tennessee.separator.level alarm 2 lines` AS
SELECT t,
  `at`,
  LAST_VALUE(CASE WHEN event IN ('value', 'insight') THEN `at` END) OVER sofar AS heard,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'Tennessee.separator.level' THEN reading END) OVER sofar AS r0,
  LAST_VALUE(CASE WHEN event = 'link' AND (path = 'file:data/te/d00_te.csv' OR path NOT IN ('file:data/te/d00_te.csv')) THEN CASE status WHEN 'lost' THEN `at` WHEN 'online' THEN -1 END END) OVER sofar AS d0
FROM `samples 10000 ms`
WHERE event IN ('value', 'insight') AND path IN ('Tennessee.separator.level') OR event IN ('link', 'clock')
WINDOW sofar AS (ORDER BY t RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `Tennessee.separator.level alarm 2 instants` AS
SELECT t, `at`, heard, r0, d0
FROM (SELECT *, FIRST_VALUE(`at`) OVER two AS before, COUNT(*) OVER two AS n
  FROM `Tennessee.separator.level alarm 2 lines`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1 OR before < `at`;

CREATE TEMPORARY VIEW `Tennessee.separator.level alarm 2 moments` AS
SELECT t, `at`, heard, LEAST(`at`, COALESCE(CASE WHEN d0 >= 0 THEN d0 + 540000 END, `at`)) AS gone,
  CASE WHEN COALESCE(CASE WHEN d0 >= 0 THEN d0 + 540000 END <= `at`, FALSE) THEN NULL ELSE TRY_CAST(SUBSTRING(r0, 2) AS DOUBLE) END AS v0, COALESCE(LEFT(r0, 1) = 'U', FALSE) AS u0
FROM `Tennessee.separator.level alarm 2 instants`
WHERE COALESCE(r0) IS NOT NULL;

CREATE TEMPORARY VIEW `Tennessee.separator.level alarm 2 turns` AS
SELECT t, `at` - 1 AS `at`, 0 AS begins
FROM (SELECT t, `at`, COUNT(*) OVER two AS n FROM `Tennessee.separator.level alarm 2 moments` WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1
UNION ALL
SELECT t, `at`, 1 AS begins FROM `Tennessee.separator.level alarm 2 moments` WHERE COALESCE(v0 < 30e0, FALSE) AND TRUE
UNION ALL
SELECT t, `at`, 0 AS begins FROM `Tennessee.separator.level alarm 2 moments` WHERE COALESCE(v0 >= 30e0, FALSE) AND TRUE;

CREATE TEMPORARY VIEW `Tennessee.separator.level alarm 2 events` AS
SELECT `at`, begins FROM `Tennessee.separator.level alarm 2 turns`
MATCH_RECOGNIZE (
  ORDER BY t, `at`, begins DESC
  MEASURES B.`at` AS `at`, B.begins AS begins
  ONE ROW PER MATCH
  AFTER MATCH SKIP TO NEXT ROW
  PATTERN (A B)
  DEFINE B AS B.begins <> A.begins
);

CREATE TEMPORARY VIEW `Tennessee.separator.level alarm 3 lines` AS
SELECT t,
  `at`,
  LAST_VALUE(CASE WHEN event IN ('value', 'insight') THEN `at` END) OVER sofar AS heard,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'Tennessee.separator.level' THEN reading END) OVER sofar AS r0,
  LAST_VALUE(CASE WHEN event = 'link' AND (path = 'file:data/te/d00_te.csv' OR path NOT IN ('file:data/te/d00_te.csv')) THEN CASE status WHEN 'lost' THEN `at` WHEN 'online' THEN -1 END END) OVER sofar AS d0
FROM `samples 10000 ms`
WHERE event IN ('value', 'insight') AND path IN ('Tennessee.separator.level') OR event IN ('link', 'clock')
WINDOW sofar AS (ORDER BY t RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `Tennessee.separator.level alarm 3 instants` AS
SELECT t, `at`, heard, r0, d0
FROM (SELECT *, FIRST_VALUE(`at`) OVER two AS before, COUNT(*) OVER two AS n
  FROM `Tennessee.separator.level alarm 3 lines`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1 OR before < `at`;

CREATE TEMPORARY VIEW `Tennessee.separator.level alarm 3 moments` AS
SELECT t, `at`, heard, LEAST(`at`, COALESCE(CASE WHEN d0 >= 0 THEN d0 + 540000 END, `at`)) AS gone,
  CASE WHEN COALESCE(CASE WHEN d0 >= 0 THEN d0 + 540000 END <= `at`, FALSE) THEN NULL ELSE TRY_CAST(SUBSTRING(r0, 2) AS DOUBLE) END AS v0, COALESCE(LEFT(r0, 1) = 'U', FALSE) AS u0
FROM `Tennessee.separator.level alarm 3 instants`
WHERE COALESCE(r0) IS NOT NULL;

CREATE TEMPORARY VIEW `Tennessee.separator.level alarm 3 turns` AS
SELECT t, `at` - 1 AS `at`, 0 AS begins
FROM (SELECT t, `at`, COUNT(*) OVER two AS n FROM `Tennessee.separator.level alarm 3 moments` WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1
UNION ALL
SELECT t, `at`, 1 AS begins FROM `Tennessee.separator.level alarm 3 moments` WHERE COALESCE(v0 > 100e0, FALSE) AND TRUE
UNION ALL
SELECT t, `at`, 0 AS begins FROM `Tennessee.separator.level alarm 3 moments` WHERE COALESCE(v0 <= 100e0, FALSE) AND TRUE;

CREATE TEMPORARY VIEW `Tennessee.separator.level alarm 3 events` AS
SELECT `at`, begins FROM `Tennessee.separator.level alarm 3 turns`
MATCH_RECOGNIZE (
  ORDER BY t, `at`, begins DESC
  MEASURES B.`at` AS `at`, B.begins AS begins
  ONE ROW PER MATCH
  AFTER MATCH SKIP TO NEXT ROW
  PATTERN (A B)
  DEFINE B AS B.begins <> A.begins
);

CREATE TEMPORARY VIEW `Tennessee.separator.level alarm 4 lines` AS
SELECT t,
  `at`,
  LAST_VALUE(CASE WHEN event IN ('value', 'insight') THEN `at` END) OVER sofar AS heard,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'Tennessee.separator.level' THEN reading END) OVER sofar AS r0,
  LAST_VALUE(CASE WHEN event = 'link' AND (path = 'file:data/te/d00_te.csv' OR path NOT IN ('file:data/te/d00_te.csv')) THEN CASE status WHEN 'lost' THEN `at` WHEN 'online' THEN -1 END END) OVER sofar AS d0
FROM `samples 10000 ms`
WHERE event IN ('value', 'insight') AND path IN ('Tennessee.separator.level') OR event IN ('link', 'clock')
WINDOW sofar AS (ORDER BY t RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `Tennessee.separator.level alarm 4 instants` AS
SELECT t, `at`, heard, r0, d0
FROM (SELECT *, FIRST_VALUE(`at`) OVER two AS before, COUNT(*) OVER two AS n
  FROM `Tennessee.separator.level alarm 4 lines`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1 OR before < `at`;

CREATE TEMPORARY VIEW `Tennessee.separator.level alarm 4 moments` AS
SELECT t, `at`, heard, LEAST(`at`, COALESCE(CASE WHEN d0 >= 0 THEN d0 + 540000 END, `at`)) AS gone,
  CASE WHEN COALESCE(CASE WHEN d0 >= 0 THEN d0 + 540000 END <= `at`, FALSE) THEN NULL ELSE TRY_CAST(SUBSTRING(r0, 2) AS DOUBLE) END AS v0, COALESCE(LEFT(r0, 1) = 'U', FALSE) AS u0
FROM `Tennessee.separator.level alarm 4 instants`
WHERE COALESCE(r0) IS NOT NULL;

CREATE TEMPORARY VIEW `Tennessee.separator.level alarm 4 turns` AS
SELECT t, `at` - 1 AS `at`, 0 AS begins
FROM (SELECT t, `at`, COUNT(*) OVER two AS n FROM `Tennessee.separator.level alarm 4 moments` WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1
UNION ALL
SELECT t, `at`, 1 AS begins FROM `Tennessee.separator.level alarm 4 moments` WHERE COALESCE(v0 > 136.6e0, FALSE) AND TRUE
UNION ALL
SELECT t, `at`, 0 AS begins FROM `Tennessee.separator.level alarm 4 moments` WHERE COALESCE(v0 <= 136.6e0, FALSE) AND TRUE;

CREATE TEMPORARY VIEW `Tennessee.separator.level alarm 4 events` AS
SELECT `at`, begins FROM `Tennessee.separator.level alarm 4 turns`
MATCH_RECOGNIZE (
  ORDER BY t, `at`, begins DESC
  MEASURES B.`at` AS `at`, B.begins AS begins
  ONE ROW PER MATCH
  AFTER MATCH SKIP TO NEXT ROW
  PATTERN (A B)
  DEFINE B AS B.begins <> A.begins
);

CREATE TEMPORARY VIEW `Tennessee.stripper.level alarm 1 lines` AS
SELECT t,
  `at`,
  LAST_VALUE(CASE WHEN event IN ('value', 'insight') THEN `at` END) OVER sofar AS heard,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'Tennessee.stripper.level' THEN reading END) OVER sofar AS r0,
  LAST_VALUE(CASE WHEN event = 'link' AND (path = 'file:data/te/d00_te.csv' OR path NOT IN ('file:data/te/d00_te.csv')) THEN CASE status WHEN 'lost' THEN `at` WHEN 'online' THEN -1 END END) OVER sofar AS d0
FROM `samples 10000 ms`
WHERE event IN ('value', 'insight') AND path IN ('Tennessee.stripper.level') OR event IN ('link', 'clock')
WINDOW sofar AS (ORDER BY t RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `Tennessee.stripper.level alarm 1 instants` AS
SELECT t, `at`, heard, r0, d0
FROM (SELECT *, FIRST_VALUE(`at`) OVER two AS before, COUNT(*) OVER two AS n
  FROM `Tennessee.stripper.level alarm 1 lines`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1 OR before < `at`;

CREATE TEMPORARY VIEW `Tennessee.stripper.level alarm 1 moments` AS
SELECT t, `at`, heard, LEAST(`at`, COALESCE(CASE WHEN d0 >= 0 THEN d0 + 540000 END, `at`)) AS gone,
  CASE WHEN COALESCE(CASE WHEN d0 >= 0 THEN d0 + 540000 END <= `at`, FALSE) THEN NULL ELSE TRY_CAST(SUBSTRING(r0, 2) AS DOUBLE) END AS v0, COALESCE(LEFT(r0, 1) = 'U', FALSE) AS u0
FROM `Tennessee.stripper.level alarm 1 instants`
WHERE COALESCE(r0) IS NOT NULL;

CREATE TEMPORARY VIEW `Tennessee.stripper.level alarm 1 turns` AS
SELECT t, `at` - 1 AS `at`, 0 AS begins
FROM (SELECT t, `at`, COUNT(*) OVER two AS n FROM `Tennessee.stripper.level alarm 1 moments` WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1
UNION ALL
SELECT t, `at`, 1 AS begins FROM `Tennessee.stripper.level alarm 1 moments` WHERE COALESCE(v0 < 30e0, FALSE) AND TRUE
UNION ALL
SELECT t, `at`, 0 AS begins FROM `Tennessee.stripper.level alarm 1 moments` WHERE COALESCE(v0 >= 30e0, FALSE) AND TRUE;

CREATE TEMPORARY VIEW `Tennessee.stripper.level alarm 1 events` AS
SELECT `at`, begins FROM `Tennessee.stripper.level alarm 1 turns`
MATCH_RECOGNIZE (
  ORDER BY t, `at`, begins DESC
  MEASURES B.`at` AS `at`, B.begins AS begins
  ONE ROW PER MATCH
  AFTER MATCH SKIP TO NEXT ROW
  PATTERN (A B)
  DEFINE B AS B.begins <> A.begins
);

CREATE TEMPORARY VIEW `Tennessee.stripper.level alarm 2 lines` AS
SELECT t,
  `at`,
  LAST_VALUE(CASE WHEN event IN ('value', 'insight') THEN `at` END) OVER sofar AS heard,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'Tennessee.stripper.level' THEN reading END) OVER sofar AS r0,
  LAST_VALUE(CASE WHEN event = 'link' AND (path = 'file:data/te/d00_te.csv' OR path NOT IN ('file:data/te/d00_te.csv')) THEN CASE status WHEN 'lost' THEN `at` WHEN 'online' THEN -1 END END) OVER sofar AS d0
FROM `samples 10000 ms`
WHERE event IN ('value', 'insight') AND path IN ('Tennessee.stripper.level') OR event IN ('link', 'clock')
WINDOW sofar AS (ORDER BY t RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `Tennessee.stripper.level alarm 2 instants` AS
SELECT t, `at`, heard, r0, d0
FROM (SELECT *, FIRST_VALUE(`at`) OVER two AS before, COUNT(*) OVER two AS n
  FROM `Tennessee.stripper.level alarm 2 lines`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1 OR before < `at`;

CREATE TEMPORARY VIEW `Tennessee.stripper.level alarm 2 moments` AS
SELECT t, `at`, heard, LEAST(`at`, COALESCE(CASE WHEN d0 >= 0 THEN d0 + 540000 END, `at`)) AS gone,
  CASE WHEN COALESCE(CASE WHEN d0 >= 0 THEN d0 + 540000 END <= `at`, FALSE) THEN NULL ELSE TRY_CAST(SUBSTRING(r0, 2) AS DOUBLE) END AS v0, COALESCE(LEFT(r0, 1) = 'U', FALSE) AS u0
FROM `Tennessee.stripper.level alarm 2 instants`
WHERE COALESCE(r0) IS NOT NULL;

CREATE TEMPORARY VIEW `Tennessee.stripper.level alarm 2 turns` AS
SELECT t, `at` - 1 AS `at`, 0 AS begins
FROM (SELECT t, `at`, COUNT(*) OVER two AS n FROM `Tennessee.stripper.level alarm 2 moments` WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1
UNION ALL
SELECT t, `at`, 1 AS begins FROM `Tennessee.stripper.level alarm 2 moments` WHERE COALESCE(v0 > 100e0, FALSE) AND TRUE
UNION ALL
SELECT t, `at`, 0 AS begins FROM `Tennessee.stripper.level alarm 2 moments` WHERE COALESCE(v0 <= 100e0, FALSE) AND TRUE;

CREATE TEMPORARY VIEW `Tennessee.stripper.level alarm 2 events` AS
SELECT `at`, begins FROM `Tennessee.stripper.level alarm 2 turns`
MATCH_RECOGNIZE (
  ORDER BY t, `at`, begins DESC
  MEASURES B.`at` AS `at`, B.begins AS begins
  ONE ROW PER MATCH
  AFTER MATCH SKIP TO NEXT ROW
  PATTERN (A B)
  DEFINE B AS B.begins <> A.begins
);

CREATE TEMPORARY VIEW `Tennessee.stripper.level alarm 3 lines` AS
SELECT t,
  `at`,
  LAST_VALUE(CASE WHEN event IN ('value', 'insight') THEN `at` END) OVER sofar AS heard,
  LAST_VALUE(CASE WHEN event = 'value' AND path = 'Tennessee.stripper.level' THEN reading END) OVER sofar AS r0,
  LAST_VALUE(CASE WHEN event = 'link' AND (path = 'file:data/te/d00_te.csv' OR path NOT IN ('file:data/te/d00_te.csv')) THEN CASE status WHEN 'lost' THEN `at` WHEN 'online' THEN -1 END END) OVER sofar AS d0
FROM `samples 10000 ms`
WHERE event IN ('value', 'insight') AND path IN ('Tennessee.stripper.level') OR event IN ('link', 'clock')
WINDOW sofar AS (ORDER BY t RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TEMPORARY VIEW `Tennessee.stripper.level alarm 3 instants` AS
SELECT t, `at`, heard, r0, d0
FROM (SELECT *, FIRST_VALUE(`at`) OVER two AS before, COUNT(*) OVER two AS n
  FROM `Tennessee.stripper.level alarm 3 lines`
  WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1 OR before < `at`;

CREATE TEMPORARY VIEW `Tennessee.stripper.level alarm 3 moments` AS
SELECT t, `at`, heard, LEAST(`at`, COALESCE(CASE WHEN d0 >= 0 THEN d0 + 540000 END, `at`)) AS gone,
  CASE WHEN COALESCE(CASE WHEN d0 >= 0 THEN d0 + 540000 END <= `at`, FALSE) THEN NULL ELSE TRY_CAST(SUBSTRING(r0, 2) AS DOUBLE) END AS v0, COALESCE(LEFT(r0, 1) = 'U', FALSE) AS u0
FROM `Tennessee.stripper.level alarm 3 instants`
WHERE COALESCE(r0) IS NOT NULL;

CREATE TEMPORARY VIEW `Tennessee.stripper.level alarm 3 turns` AS
SELECT t, `at` - 1 AS `at`, 0 AS begins
FROM (SELECT t, `at`, COUNT(*) OVER two AS n FROM `Tennessee.stripper.level alarm 3 moments` WINDOW two AS (ORDER BY t ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
WHERE n = 1
UNION ALL
SELECT t, `at`, 1 AS begins FROM `Tennessee.stripper.level alarm 3 moments` WHERE COALESCE(v0 > 130.5e0, FALSE) AND TRUE
UNION ALL
SELECT t, `at`, 0 AS begins FROM `Tennessee.stripper.level alarm 3 moments` WHERE COALESCE(v0 <= 130.5e0, FALSE) AND TRUE;

CREATE TEMPORARY VIEW `Tennessee.stripper.level alarm 3 events` AS
SELECT `at`, begins FROM `Tennessee.stripper.level alarm 3 turns`
MATCH_RECOGNIZE (
  ORDER BY t, `at`, begins DESC
  MEASURES B.`at` AS `at`, B.begins AS begins
  ONE ROW PER MATCH
  AFTER MATCH SKIP TO NEXT ROW
  PATTERN (A B)
  DEFINE B AS B.begins <> A.begins
);

EXECUTE STATEMENT SET BEGIN
INSERT INTO insights
SELECT DATE_FORMAT(TO_TIMESTAMP_LTZ(ended, 3), 'yyyy-MM-dd''T''HH:mm:ss.SSS''Z'''), 'insight', 'Tennessee.ghRatio', shown, '1',
  CASE WHEN shown IS NULL THEN 'bad' WHEN doubtful THEN 'uncertain' ELSE 'good' END, CAST(NULL AS STRING), CAST(NULL AS STRING)
FROM (SELECT ended, doubtful, CASE WHEN outcome BETWEEN -1.7976931348623157e308 AND 1.7976931348623157e308 THEN CAST(outcome AS STRING) END AS shown
  FROM (SELECT we AS ended, (CAST(x0 AS DOUBLE) / (we - ws) < 0.8e0 OR CAST(x3 AS DOUBLE) / (we - ws) < 0.8e0) AS doubtful, (CASE WHEN x0 > 0 THEN x1 / NULLIF((x2 / 1000e0), 0e0) END / NULLIF(CASE WHEN x3 > 0 THEN x4 / NULLIF((x5 / 1000e0), 0e0) END, 0e0)) AS outcome FROM `Tennessee.ghRatio windows`));
INSERT INTO events
SELECT DATE_FORMAT(TO_TIMESTAMP_LTZ(`at`, 3), 'yyyy-MM-dd''T''HH:mm:ss.SSS''Z'''), 'feedback', 'Tennessee.relievePressure', CAST(NULL AS STRING), CAST(NULL AS STRING), CASE begins WHEN 1 THEN 'fires' ELSE 'ends' END, CAST(NULL AS STRING), CAST(NULL AS STRING) FROM `Tennessee.relievePressure events`;
INSERT INTO events
SELECT DATE_FORMAT(TO_TIMESTAMP_LTZ(`at`, 3), 'yyyy-MM-dd''T''HH:mm:ss.SSS''Z'''), 'alarm', 'Tennessee.reactor.pressure', CASE begins WHEN 1 THEN 'true' ELSE 'false' END, CAST(NULL AS STRING), 'high', CAST(NULL AS STRING), CAST(NULL AS STRING) FROM `Tennessee.reactor.pressure alarm 1 events`;
INSERT INTO events
SELECT DATE_FORMAT(TO_TIMESTAMP_LTZ(`at`, 3), 'yyyy-MM-dd''T''HH:mm:ss.SSS''Z'''), 'alarm', 'Tennessee.reactor.pressure', CASE begins WHEN 1 THEN 'true' ELSE 'false' END, CAST(NULL AS STRING), 'highhigh', 'shutdown', CAST(NULL AS STRING) FROM `Tennessee.reactor.pressure alarm 2 events`;
INSERT INTO events
SELECT DATE_FORMAT(TO_TIMESTAMP_LTZ(`at`, 3), 'yyyy-MM-dd''T''HH:mm:ss.SSS''Z'''), 'alarm', 'Tennessee.reactor.level', CASE begins WHEN 1 THEN 'true' ELSE 'false' END, CAST(NULL AS STRING), 'low', CAST(NULL AS STRING), CAST(NULL AS STRING) FROM `Tennessee.reactor.level alarm 1 events`;
INSERT INTO events
SELECT DATE_FORMAT(TO_TIMESTAMP_LTZ(`at`, 3), 'yyyy-MM-dd''T''HH:mm:ss.SSS''Z'''), 'alarm', 'Tennessee.reactor.level', CASE begins WHEN 1 THEN 'true' ELSE 'false' END, CAST(NULL AS STRING), 'high', CAST(NULL AS STRING), CAST(NULL AS STRING) FROM `Tennessee.reactor.level alarm 2 events`;
INSERT INTO events
SELECT DATE_FORMAT(TO_TIMESTAMP_LTZ(`at`, 3), 'yyyy-MM-dd''T''HH:mm:ss.SSS''Z'''), 'alarm', 'Tennessee.reactor.level', CASE begins WHEN 1 THEN 'true' ELSE 'false' END, CAST(NULL AS STRING), 'highhigh', 'shutdown', CAST(NULL AS STRING) FROM `Tennessee.reactor.level alarm 3 events`;
INSERT INTO events
SELECT DATE_FORMAT(TO_TIMESTAMP_LTZ(`at`, 3), 'yyyy-MM-dd''T''HH:mm:ss.SSS''Z'''), 'alarm', 'Tennessee.reactor.temperature', CASE begins WHEN 1 THEN 'true' ELSE 'false' END, CAST(NULL AS STRING), 'high', CAST(NULL AS STRING), CAST(NULL AS STRING) FROM `Tennessee.reactor.temperature alarm 1 events`;
INSERT INTO events
SELECT DATE_FORMAT(TO_TIMESTAMP_LTZ(`at`, 3), 'yyyy-MM-dd''T''HH:mm:ss.SSS''Z'''), 'alarm', 'Tennessee.reactor.temperature', CASE begins WHEN 1 THEN 'true' ELSE 'false' END, CAST(NULL AS STRING), 'highhigh', 'shutdown', CAST(NULL AS STRING) FROM `Tennessee.reactor.temperature alarm 2 events`;
INSERT INTO insights
SELECT DATE_FORMAT(TO_TIMESTAMP_LTZ(ended, 3), 'yyyy-MM-dd''T''HH:mm:ss.SSS''Z'''), 'insight', 'Tennessee.reactor.heat', shown, '1',
  CASE WHEN shown IS NULL THEN 'bad' WHEN doubtful THEN 'uncertain' ELSE 'good' END, CAST(NULL AS STRING), CAST(NULL AS STRING)
FROM (SELECT ended, doubtful, CASE WHEN outcome BETWEEN -1.7976931348623157e308 AND 1.7976931348623157e308 THEN CAST(outcome AS STRING) END AS shown
  FROM (SELECT we AS ended, (CAST(x0 AS DOUBLE) / (we - ws) < 0.8e0 OR CAST(x3 AS DOUBLE) / (we - ws) < 0.8e0 OR CAST(x6 AS DOUBLE) / (we - ws) < 0.8e0) AS doubtful, ((CASE WHEN x0 > 0 THEN x1 / NULLIF((x2 / 1000e0), 0e0) END - CASE WHEN x3 > 0 THEN x4 / NULLIF((x5 / 1000e0), 0e0) END) / NULLIF((CASE WHEN x6 > 0 THEN x7 / NULLIF((x8 / 1000e0), 0e0) END - 35e0), 0e0)) AS outcome FROM `Tennessee.reactor.heat windows`));
INSERT INTO insights
SELECT DATE_FORMAT(TO_TIMESTAMP_LTZ(ended, 3), 'yyyy-MM-dd''T''HH:mm:ss.SSS''Z'''), 'insight', 'Tennessee.reactor.runaway', shown, 'K/h',
  CASE WHEN shown IS NULL THEN 'bad' WHEN doubtful THEN 'uncertain' ELSE 'good' END, CAST(NULL AS STRING), CAST(NULL AS STRING)
FROM (SELECT ended, doubtful, CASE WHEN outcome BETWEEN -1.7976931348623157e308 AND 1.7976931348623157e308 THEN CAST(outcome AS STRING) END AS shown
  FROM (SELECT we AS ended, (CAST(x0 AS DOUBLE) / (we - ws) < 0.8e0) AS doubtful, (CASE WHEN x0 > 0 THEN (CASE WHEN x6 < x7 THEN (x5 - x2 * (x3 / x1)) / (x4 - x2 * (x2 / x1)) END) END * 3600e0) AS outcome FROM `Tennessee.reactor.runaway windows`));
INSERT INTO events
SELECT DATE_FORMAT(TO_TIMESTAMP_LTZ(`at`, 3), 'yyyy-MM-dd''T''HH:mm:ss.SSS''Z'''), 'alarm', 'Tennessee.reactor.runaway', CASE begins WHEN 1 THEN 'true' ELSE 'false' END, CAST(NULL AS STRING), 'high', 'temperature runs away', CAST(NULL AS STRING) FROM `Tennessee.reactor.runaway alarm 1 events`;
INSERT INTO insights
SELECT DATE_FORMAT(TO_TIMESTAMP_LTZ(ended, 3), 'yyyy-MM-dd''T''HH:mm:ss.SSS''Z'''), 'insight', 'Tennessee.reactor.toTrip', shown, 'min',
  CASE WHEN shown IS NULL THEN 'bad' WHEN doubtful THEN 'uncertain' ELSE 'good' END, CAST(NULL AS STRING), CAST(NULL AS STRING)
FROM (SELECT ended, doubtful, CASE WHEN outcome BETWEEN -1.7976931348623157e308 AND 1.7976931348623157e308 THEN CAST(outcome AS STRING) END AS shown
  FROM (SELECT we AS ended, (CAST(x0 AS DOUBLE) / (we - ws) < 0.8e0) AS doubtful, (CASE WHEN x0 > 0 THEN (CASE WHEN ((3000e0 - ((x3 / x1) + (CASE WHEN x6 < x7 THEN (x5 - x2 * (x3 / x1)) / (x4 - x2 * (x2 / x1)) END) * (((we - ws) / 1000e0) - (x2 / x1)))) / NULLIF((CASE WHEN x6 < x7 THEN (x5 - x2 * (x3 / x1)) / (x4 - x2 * (x2 / x1)) END), 0e0)) >= 0e0 THEN ((3000e0 - ((x3 / x1) + (CASE WHEN x6 < x7 THEN (x5 - x2 * (x3 / x1)) / (x4 - x2 * (x2 / x1)) END) * (((we - ws) / 1000e0) - (x2 / x1)))) / NULLIF((CASE WHEN x6 < x7 THEN (x5 - x2 * (x3 / x1)) / (x4 - x2 * (x2 / x1)) END), 0e0)) WHEN ((3000e0 - ((x3 / x1) + (CASE WHEN x6 < x7 THEN (x5 - x2 * (x3 / x1)) / (x4 - x2 * (x2 / x1)) END) * (((we - ws) / 1000e0) - (x2 / x1)))) / NULLIF((CASE WHEN x6 < x7 THEN (x5 - x2 * (x3 / x1)) / (x4 - x2 * (x2 / x1)) END), 0e0)) < 0e0 AND (((x3 / x1) + (CASE WHEN x6 < x7 THEN (x5 - x2 * (x3 / x1)) / (x4 - x2 * (x2 / x1)) END) * (x6 - (x2 / x1))) - 3000e0) * (CASE WHEN x6 < x7 THEN (x5 - x2 * (x3 / x1)) / (x4 - x2 * (x2 / x1)) END) <= 0e0 THEN 0e0 END) END / 60e0) AS outcome FROM `Tennessee.reactor.toTrip windows`));
INSERT INTO events
SELECT DATE_FORMAT(TO_TIMESTAMP_LTZ(`at`, 3), 'yyyy-MM-dd''T''HH:mm:ss.SSS''Z'''), 'alarm', 'Tennessee.reactor.drift', CASE begins WHEN 1 THEN 'true' ELSE 'false' END, CAST(NULL AS STRING), 'high', CAST(NULL AS STRING), CAST(NULL AS STRING) FROM `Tennessee.reactor.drift alarm 1 events`;
INSERT INTO events
SELECT DATE_FORMAT(TO_TIMESTAMP_LTZ(`at`, 3), 'yyyy-MM-dd''T''HH:mm:ss.SSS''Z'''), 'alarm', 'Tennessee.separator.level', CASE begins WHEN 1 THEN 'true' ELSE 'false' END, CAST(NULL AS STRING), 'lowlow', 'shutdown', CAST(NULL AS STRING) FROM `Tennessee.separator.level alarm 1 events`;
INSERT INTO events
SELECT DATE_FORMAT(TO_TIMESTAMP_LTZ(`at`, 3), 'yyyy-MM-dd''T''HH:mm:ss.SSS''Z'''), 'alarm', 'Tennessee.separator.level', CASE begins WHEN 1 THEN 'true' ELSE 'false' END, CAST(NULL AS STRING), 'low', CAST(NULL AS STRING), CAST(NULL AS STRING) FROM `Tennessee.separator.level alarm 2 events`;
INSERT INTO events
SELECT DATE_FORMAT(TO_TIMESTAMP_LTZ(`at`, 3), 'yyyy-MM-dd''T''HH:mm:ss.SSS''Z'''), 'alarm', 'Tennessee.separator.level', CASE begins WHEN 1 THEN 'true' ELSE 'false' END, CAST(NULL AS STRING), 'high', CAST(NULL AS STRING), CAST(NULL AS STRING) FROM `Tennessee.separator.level alarm 3 events`;
INSERT INTO events
SELECT DATE_FORMAT(TO_TIMESTAMP_LTZ(`at`, 3), 'yyyy-MM-dd''T''HH:mm:ss.SSS''Z'''), 'alarm', 'Tennessee.separator.level', CASE begins WHEN 1 THEN 'true' ELSE 'false' END, CAST(NULL AS STRING), 'highhigh', 'shutdown', CAST(NULL AS STRING) FROM `Tennessee.separator.level alarm 4 events`;
INSERT INTO events
SELECT DATE_FORMAT(TO_TIMESTAMP_LTZ(`at`, 3), 'yyyy-MM-dd''T''HH:mm:ss.SSS''Z'''), 'alarm', 'Tennessee.stripper.level', CASE begins WHEN 1 THEN 'true' ELSE 'false' END, CAST(NULL AS STRING), 'low', CAST(NULL AS STRING), CAST(NULL AS STRING) FROM `Tennessee.stripper.level alarm 1 events`;
INSERT INTO events
SELECT DATE_FORMAT(TO_TIMESTAMP_LTZ(`at`, 3), 'yyyy-MM-dd''T''HH:mm:ss.SSS''Z'''), 'alarm', 'Tennessee.stripper.level', CASE begins WHEN 1 THEN 'true' ELSE 'false' END, CAST(NULL AS STRING), 'high', CAST(NULL AS STRING), CAST(NULL AS STRING) FROM `Tennessee.stripper.level alarm 2 events`;
INSERT INTO events
SELECT DATE_FORMAT(TO_TIMESTAMP_LTZ(`at`, 3), 'yyyy-MM-dd''T''HH:mm:ss.SSS''Z'''), 'alarm', 'Tennessee.stripper.level', CASE begins WHEN 1 THEN 'true' ELSE 'false' END, CAST(NULL AS STRING), 'highhigh', 'shutdown', CAST(NULL AS STRING) FROM `Tennessee.stripper.level alarm 3 events`;
END;
