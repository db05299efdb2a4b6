-- Which touchpoint follows which, and after what time: in sessions, and over all rows of a customer.
WITH steps AS (
    SELECT 'session' AS scope, customer, touchpoint, number,
        lead(touchpoint) OVER within AS next, lead(micros) OVER within - micros AS gap
    FROM rows WINDOW within AS (PARTITION BY customer, session_id ORDER BY number)
    UNION ALL
    SELECT 'customer', customer, touchpoint, number,
        lead(touchpoint) OVER within, lead(micros) OVER within - micros
    FROM rows WINDOW within AS (PARTITION BY customer ORDER BY number))
SELECT scope, touchpoint AS "from", next AS "to", count(*) AS "count",
    count(DISTINCT customer) AS customers, quantile_cont(gap / 1e6, 0.5) AS median_s,
    quantile_cont(gap / 1e6, 0.9) AS p90_s, quantile_cont(gap / 1e6, 0.95) AS p95_s
FROM steps WHERE next IS NOT NULL
GROUP BY ALL ORDER BY scope, "from", "to"
