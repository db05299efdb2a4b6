-- The stages by the channel of the session; a customer enters in the session of the stage's first row.
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
    SELECT stage, session_channel, count(DISTINCT customer) AS customers,
        count(DISTINCT session_id) AS sessions, count(*) AS events
    FROM staged GROUP BY ALL),
went AS (
    SELECT stage, session_channel, count(*) AS entered, count(took) AS advanced,
        quantile_cont(took / 1e6, 0.5) AS median_s
    FROM moves GROUP BY ALL)
SELECT name AS stage, visits.session_channel AS channel, customers, sessions, events,
    coalesce(entered, 0) AS entered,
    CASE WHEN visits.stage < 5 THEN coalesce(advanced, 0) END AS advanced,
    CASE WHEN visits.stage < 5 THEN advanced / entered END AS advance_rate, median_s
FROM visits LEFT JOIN went ON visits.stage IS NOT DISTINCT FROM went.stage
        AND visits.session_channel IS NOT DISTINCT FROM went.session_channel
    JOIN names ON names.stage IS NOT DISTINCT FROM visits.stage
ORDER BY visits.stage, channel
