"""Processor instructions a line of every named format, by valgrind: what a line of each product costs.

The lines are those of the test cases, or of the product's documentation, with addresses, ids and products
that differ from line to line. One more line costs what a long input takes over a short one. Nothing is
limited here: these lines are read the general way, and the figures say what that takes.
"""

from __future__ import annotations

import glob
import os
import re
from typing import Dict, List, Tuple

from instructions import count_all, pair, strip
from measure import Failed, say
from outcome import Outcome, columns, number
from workspace import HERE, Workspace, demand

SHORT_LINES, LONG_LINES = 500, 3_000
CASES = os.path.join(HERE, "..", "..", "Tests", "Fixtures", "ingest", "cases")

#: By format: a test case, or a line where no case has one.
SAMPLES: Dict[str, str] = {
    "cloudflare": "cloudflare_logpush_rfc3339",
    "google-cloud": "gcp_lb_ndjson",
    "azure": "azure_front_door",
    "cloudfront, real time": "cloudfront_realtime_header",
    "istio": "istio_default",
    "envoy-json": "istio_json",
    "aws-waf": "aws_waf_json",
    "fastly": "fastly_json",
    "logstash": "logstash_combinedapache",
    "fluent-bit": "fluentbit_parsed_nginx",
    "google-storage": "gcs_usage_csv",
    "mixpanel": "mixpanel_export",
    "umami": "umami_website_event_csv",
    "combined in message": "vector_message",
    "json, Elastic's names":
        '{"@timestamp":"2026-03-02T10:00:00Z","http":{"request":{"method":"GET"},"response":{"status_code":200}},'
        '"url":{"original":"/product/0?x=1","domain":"shop.example.com"},"source":{"ip":"203.0.113.10"},'
        '"user_agent":{"original":"Mozilla/5.0 (X11; Linux x86_64; rv:125.0) Gecko/20100101 Firefox/125.0"}}',
    "akamai":
        '{"version":1,"reqId":"id0","reqTimeSec":"1772445600.123","bytes":"10","cliIP":"203.0.113.10","statusCode":"200",'
        '"reqHost":"shop.example.com","reqMethod":"GET","reqPath":"/product/0","UA":"Mozilla%2F5.0%20(X11)","country":"FI"}',
    "posthog":
        '{"uuid":"id0","event":"$pageview","properties":{"$current_url":"https://shop.example.com/product/0",'
        '"$session_id":"s0","$device_type":"Desktop","$geoip_country_code":"FI","plan":"pro"},'
        '"timestamp":"2026-03-02T10:00:00.123Z","distinct_id":"device-0"}',
    "amplitude":
        '{"$insert_id":"id0","amplitude_id":7,"country":"Finland","device_id":"device-0","device_type":"Windows",'
        '"event_properties":{"[Amplitude] Page URL":"https://shop.example.com/product/0","plan":"pro"},'
        '"event_time":"2026-03-02 10:00:00.123000","event_type":"[Amplitude] Page Viewed","session_id":1772409600000}',
    "matomo":
        '{"idVisit":"7","visitorId":"device-0","type":"action","url":"https://shop.example.com/product/0",'
        '"timestamp":1772445600,"deviceType":"Desktop","countryCode":"fi"}',
    "snowplow-json":
        '{"app_id":"shop","collector_tstamp":"2026-03-02T10:00:00.123Z","event_name":"page_view","event_id":"id0",'
        '"domain_userid":"device-0","page_url":"https://shop.example.com/product/0","geo_country":"FI","dvce_type":"Computer"}',
    "adobe": "\t".join(["1772445600", "17", "device-0", "0", "0", "https://shop.example.com/product/0", "", "1"]),
}
ADOBE_HEADER = "hit_time_gmt\tvisid_high\tvisid_low\texclude_hit\tpage_event\tpage_url\tpost_event_list\thit_source\n"


def measure(workspace: Workspace, outcome: Outcome) -> None:
    demand([os.path.join(HERE, "..", "setup"), "valgrind", "strip"])
    ingest = strip(workspace, "ingest")
    with open(workspace.path("column_headers.tsv"), "w", encoding="utf-8") as file:
        file.write(ADOBE_HEADER)
    commands: "Dict[str, Tuple[List[str], List[str], int]]" = {}
    for place, (name, sample) in enumerate(SAMPLES.items()):
        files = [written(workspace, place, sample, count) for count in (SHORT_LINES, LONG_LINES)]
        commands[name] = pair(
            [ingest, "-j", "1", "--bots", "keep", "--dedupe", "off"], *files, LONG_LINES - SHORT_LINES)
    say("counting")
    figures = count_all(workspace, commands)
    outcome.add(columns([["format", "instructions a line"]] + [
        [name, number(figures[name])] for name in SAMPLES]))
    outcome.figures = dict(figures)


def written(workspace: Workspace, place: int, sample: str, count: int) -> str:
    """A log of `count` lines like the sample's."""
    head, lines = lines_of(sample)
    path = workspace.path(f"format-{place}-{count}.log")
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(line + "\n" for line in head)
        file.writelines(changed(lines[at % len(lines)], at) + "\n" for at in range(count))
    return path


def lines_of(sample: str) -> Tuple[List[str], List[str]]:
    """What stands above the records, and the records, of a case or a line."""
    found = sorted(glob.glob(os.path.join(CASES, sample, "*"))) if re.fullmatch(r"\w+", sample) else []
    if not found:
        if re.fullmatch(r"\w+", sample):
            raise Failed(f"no case {sample}")
        return [], [sample]
    with open(found[0], encoding="utf-8") as file:
        lines = [line for line in file.read().splitlines() if line]
    is_table = found[0].endswith(".csv")
    head = lines[:1] if is_table else [line for line in lines if line.startswith("#")]
    return head, lines[len(head):]


def changed(line: str, at: int) -> str:
    """The line of another visitor, product and id."""
    line = re.sub(r"203\.0\.113\.\d+", f"203.0.113.{at % 250}", line)
    line = re.sub(r"/product/\d+", f"/product/{at % 400}", line)
    line = re.sub(r"\bdevice-\d+", f"device-{at % 700}", line)
    return re.sub(r"\b(id|ins-)\d+\b", rf"\g<1>{at}", line)
