-- Customers, sessions, rows and purchases by the day, week (from Monday) and month of UTC. Every customer of a
-- period is new (never there before), returning (there in the period before) or resurrected (earlier only).
WITH local AS (
    SELECT *, time AS clock,
        touchpoint = 'purchase' AS is_order
    FROM rows),
kinds AS (SELECT unnest(['day', 'week', 'month']) AS period),
events AS (SELECT period, date_trunc(period, clock)::DATE AS period_start, local.* FROM local, kinds),
starts AS (
    SELECT period, min(period_start) AS period_start FROM events GROUP BY period, customer, session_id),
visits AS (SELECT DISTINCT period, period_start, customer FROM events),
history AS (
    SELECT *, lag(period_start) OVER (PARTITION BY period, customer ORDER BY period_start) AS before
    FROM visits),
kinds_of AS (
    SELECT period, period_start, count(*) AS customers, count(*) FILTER (before IS NULL) AS new,
        count(*) FILTER (
            period_start = before + CASE period
                WHEN 'day' THEN INTERVAL 1 DAY WHEN 'week' THEN INTERVAL 7 DAY ELSE INTERVAL 1 MONTH
            END) AS "returning"
    FROM history GROUP BY ALL),
spans AS (SELECT period, min(period_start) AS low, max(period_start) AS high FROM visits GROUP BY period),
calendar AS (
    SELECT period, unnest(generate_series(low::TIMESTAMP, high::TIMESTAMP, CASE period
        WHEN 'day' THEN INTERVAL 1 DAY WHEN 'week' THEN INTERVAL 7 DAY ELSE INTERVAL 1 MONTH
        END))::DATE AS period_start
    FROM spans),
sessions AS (SELECT period, period_start, count(*) AS sessions FROM starts GROUP BY ALL),
sums AS (
    SELECT period, period_start, count(*) AS events, count(*) FILTER (is_order) AS conversions,
        sum(value::DECIMAL(18, 4)) FILTER (is_order) AS value
    FROM events GROUP BY ALL)
SELECT period, period_start, coalesce(customers, 0) AS customers, coalesce(new, 0) AS new,
    coalesce("returning", 0) AS "returning",
    coalesce(customers - new - "returning", 0) AS resurrected, coalesce(sessions, 0) AS sessions,
    coalesce(events, 0) AS events, coalesce(conversions, 0) AS conversions, value
FROM calendar LEFT JOIN kinds_of USING (period, period_start)
    LEFT JOIN sessions USING (period, period_start) LEFT JOIN sums USING (period, period_start)
ORDER BY CASE period WHEN 'day' THEN 1 WHEN 'week' THEN 2 ELSE 3 END, period_start
