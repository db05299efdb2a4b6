-- Customers by the week of their first row, and how many have a session in each run of 7 days from it on that is
-- over for all of them.
WITH visits AS (SELECT customer, session_id, min(micros) AS start FROM rows GROUP BY ALL),
begun AS (SELECT customer, min(start) AS start FROM visits GROUP BY customer),
cohorts AS (
    SELECT date_trunc('week', make_timestamp(start))::DATE AS cohort, count(*) AS customers,
        max(start) AS latest
    FROM begun GROUP BY ALL),
periods AS (
    SELECT cohort, customers,
        unnest(range(0, (epoch_us(time) - latest) // (7 * 86400000000))) AS period
    FROM cohorts, data_end),
back AS (
    SELECT date_trunc('week', make_timestamp(begun.start))::DATE AS cohort,
        (visits.start - begun.start) // (7 * 86400000000) AS period,
        count(DISTINCT customer) AS returned
    FROM visits JOIN begun USING (customer) GROUP BY ALL)
SELECT cohort, period, customers, coalesce(returned, 0) AS returned,
    coalesce(returned, 0) / customers AS rate
FROM periods LEFT JOIN back USING (cohort, period) ORDER BY cohort, period
