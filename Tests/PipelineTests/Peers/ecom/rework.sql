-- Touchpoints that sessions come to more than once. A self loop is a run of two or more rows of one
-- touchpoint, a repetition each later run of it after something else.
WITH marked AS (
    SELECT *, coalesce(touchpoint != lag(touchpoint) OVER within, true) AS begins
    FROM rows WINDOW within AS (PARTITION BY session_id ORDER BY number)),
runs AS (
    SELECT *, sum(begins::INT) OVER (PARTITION BY session_id ORDER BY number) AS run FROM marked),
lengths AS (
    SELECT session_id, touchpoint, run, count(*) AS length FROM runs GROUP BY ALL),
visits AS (
    SELECT session_id, touchpoint, count(*) FILTER (length > 1) AS loops, count(*) - 1 AS repetitions
    FROM lengths GROUP BY ALL),
converted AS (SELECT DISTINCT session_id FROM rows WHERE touchpoint = 'purchase'),
told AS (
    SELECT visits.*, loops + repetitions > 0 AS is_rework, converted.session_id IS NOT NULL AS converts
    FROM visits LEFT JOIN converted USING (session_id))
SELECT touchpoint, count(*) AS sessions, sum(loops) AS self_loops, sum(repetitions) AS repetitions,
    count(*) FILTER (is_rework) / count(*) AS rework_rate,
    count(*) FILTER (is_rework AND converts) / nullif(count(*) FILTER (is_rework), 0)
        AS conversion_with,
    count(*) FILTER (NOT is_rework AND converts) / nullif(count(*) FILTER (NOT is_rework), 0)
        AS conversion_without
FROM told GROUP BY touchpoint ORDER BY touchpoint
