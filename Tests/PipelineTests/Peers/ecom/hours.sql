-- Rows, starts of sessions and conversions by weekday (Monday is 1) and hour, UTC.
WITH clock AS (SELECT unnest(range(1, 8)) AS weekday),
cells AS (SELECT weekday, unnest(range(0, 24)) AS hour FROM clock),
events AS (
    SELECT isodow(time) AS weekday, hour(time) AS hour, count(*) AS events,
        count(*) FILTER (touchpoint = 'purchase') AS conversions
    FROM rows GROUP BY ALL),
starts AS (
    SELECT isodow(time) AS weekday, hour(time) AS hour, count(*) AS sessions
    FROM (SELECT min(time) AS time FROM rows GROUP BY session_id) GROUP BY ALL)
SELECT weekday, hour, coalesce(events, 0) AS events, coalesce(sessions, 0) AS sessions,
    coalesce(conversions, 0) AS conversions
FROM cells LEFT JOIN events USING (weekday, hour) LEFT JOIN starts USING (weekday, hour)
ORDER BY weekday, hour
