-- The ways to the first conversion, or to the last row: touchpoints before it, repeats of one left out,
-- cut after ten.
WITH ends AS (
    SELECT customer, min(number) FILTER (touchpoint = 'purchase') AS conversion,
        min(number) AS start FROM rows GROUP BY customer),
marked AS (
    SELECT customer, number, touchpoint,
        lag(touchpoint) OVER (PARTITION BY customer ORDER BY number) AS before
    FROM rows JOIN ends USING (customer) WHERE conversion IS NULL OR number < conversion),
steps AS (
    SELECT customer, touchpoint, row_number() OVER (PARTITION BY customer ORDER BY number) AS step
    FROM marked WHERE touchpoint IS DISTINCT FROM before),
ways AS (
    SELECT customer, string_agg(touchpoint, ' > ' ORDER BY step) FILTER (step <= 10)
        || CASE WHEN max(step) > 10 THEN ' > …' ELSE '' END AS path
    FROM steps GROUP BY customer),
times AS (
    SELECT ends.customer, bought.micros - begun.micros AS took
    FROM ends JOIN rows AS begun ON begun.number = start
        LEFT JOIN rows AS bought ON bought.number = conversion)
SELECT path, count(*) AS customers, count(took) / count(*) AS conversion_rate,
    quantile_cont(took / 1e6, 0.5) AS median_s
FROM times LEFT JOIN ways USING (customer) GROUP BY path ORDER BY path
