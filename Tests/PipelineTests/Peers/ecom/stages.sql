-- The journey in its stages. A customer who comes to a stage has advanced with a later row of a later stage.
WITH staged AS (
    SELECT *, CASE
            WHEN touchpoint = 'promo_page' THEN 1
            WHEN touchpoint IN ('home', 'catalog', 'search', 'filter_results') THEN 2
            WHEN touchpoint IN ('product_view', 'compare', 'wishlist_add', 'review_page') THEN 3
            WHEN touchpoint IN ('payment_error', 'checkout_bug', 'add_to_cart', 'cart',
                'shipping_details', 'payment_details', 'purchase') THEN 4
            WHEN touchpoint IN ('account_page', 'support_chat') THEN 5
        END AS stage
    FROM rows),
names AS (
    SELECT * FROM (VALUES (1, 'awareness'), (2, 'interest'), (3, 'comparison'), (4, 'purchase'),
        (5, 'use'), (NULL, '(unmapped)')) AS names(stage, name)),
arrivals AS (
    SELECT customer, stage, min(number) AS number FROM staged GROUP BY ALL),
journeys AS (
    SELECT arrival.customer, arrival.stage, first_row.session_channel,
        (SELECT min(later.number) FROM staged AS later
            WHERE later.customer = arrival.customer AND later.number > arrival.number
                AND later.stage > arrival.stage) AS next_number,
        first_row.micros
    FROM arrivals AS arrival JOIN staged AS first_row USING (number)),
moves AS (
    SELECT journeys.*, next_row.micros - journeys.micros AS took
    FROM journeys LEFT JOIN staged AS next_row ON next_row.number = journeys.next_number),
visits AS (
    SELECT stage, count(DISTINCT customer) AS customers, count(DISTINCT session_id) AS sessions,
        count(*) AS events
    FROM staged GROUP BY stage),
went AS (
    SELECT stage, count(*) AS entered, count(took) AS advanced,
        quantile_cont(took / 1e6, 0.5) AS median_s
    FROM moves GROUP BY stage)
SELECT name AS stage, customers, sessions, events, entered,
    CASE WHEN went.stage < 5 THEN advanced END AS advanced,
    CASE WHEN went.stage < 5 THEN advanced / entered END AS advance_rate, median_s
FROM visits JOIN went ON visits.stage IS NOT DISTINCT FROM went.stage
    JOIN names ON names.stage IS NOT DISTINCT FROM went.stage
ORDER BY went.stage
