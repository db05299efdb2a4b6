-- Customers by the week of their first session, and how many have a session in each later week that is over.
WITH weeks AS (
    SELECT customer, date_trunc('week', min(time))::DATE AS week FROM rows GROUP BY customer, session_id),
cohorts AS (SELECT customer, min(week) AS cohort FROM weeks GROUP BY customer),
sizes AS (SELECT cohort, count(*) AS customers FROM cohorts GROUP BY cohort),
last_week AS (SELECT date_trunc('week', time)::DATE AS week FROM data_end),
periods AS (
    SELECT cohort, customers, unnest(range(0, (week - cohort) // 7)) AS period FROM sizes, last_week),
back AS (
    SELECT cohort, (week - cohort) // 7 AS period, count(DISTINCT customer) AS returned
    FROM weeks JOIN cohorts USING (customer) GROUP BY ALL)
SELECT cohort, period, customers, coalesce(returned, 0) AS returned,
    coalesce(returned, 0) / customers AS rate
FROM periods LEFT JOIN back USING (cohort, period) ORDER BY cohort, period
