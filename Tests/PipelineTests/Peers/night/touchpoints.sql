-- Rows, sessions and dwell of each touchpoint. Dwell is the time to the next row of the session.
WITH visits AS (
    SELECT *, lead(micros) OVER within - micros AS dwell, lag(micros) OVER within IS NULL AS is_entry,
        lead(micros) OVER within IS NULL AS is_exit
    FROM rows WINDOW within AS (PARTITION BY customer, session_id ORDER BY number))
SELECT touchpoint, count(*) AS events, count(DISTINCT customer) AS customers,
    count(DISTINCT session_id) AS sessions, count(*) FILTER (is_entry) AS entries,
    count(*) FILTER (is_exit) AS exits, count(*) FILTER (is_exit) / count(*) AS exit_rate,
    count(*) FILTER (status::INT >= 400) AS errors,
    quantile_cont(dwell / 1e6, 0.5) AS median_dwell_s,
    quantile_cont(dwell / 1e6, 0.9) AS p90_dwell_s
FROM visits GROUP BY touchpoint ORDER BY touchpoint
