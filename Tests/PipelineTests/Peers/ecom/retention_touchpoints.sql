-- Customers by the month of their first product view, and how many buy in each later month that is over.
WITH begun AS (
    SELECT customer, min(time) AS time FROM rows WHERE touchpoint = 'product_view' GROUP BY customer),
cohorts AS (
    SELECT date_trunc('month', time)::DATE AS cohort, count(*) AS customers FROM begun GROUP BY ALL),
periods AS (
    SELECT cohort, customers,
        unnest(range(0, date_diff('month', cohort, date_trunc('month', time)::DATE))) AS period
    FROM cohorts, data_end),
back AS (
    SELECT date_trunc('month', begun.time)::DATE AS cohort,
        date_diff('month', date_trunc('month', begun.time), date_trunc('month', rows.time)) AS period,
        count(DISTINCT customer) AS returned
    FROM rows JOIN begun USING (customer)
    WHERE touchpoint = 'purchase' AND rows.time >= begun.time GROUP BY ALL)
SELECT cohort, period, customers,
    CASE WHEN period = 0 THEN customers ELSE coalesce(back.returned, 0) END AS returned,
    CASE WHEN period = 0 THEN 1 ELSE coalesce(back.returned, 0) / customers END AS rate
FROM periods LEFT JOIN back USING (cohort, period) ORDER BY cohort, period
