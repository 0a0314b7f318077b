"""A tiny program with the X-Ray SDK for Python; prints the id of its trace."""

import http.client
import sqlite3
import sys

from aws_xray_sdk.core import patch, xray_recorder

xray_recorder.configure(service="python-shop")
patch(["httplib", "sqlite3"])

with xray_recorder.in_segment("python-shop") as segment:
    segment.put_annotation("tenant", "acme")
    host, port = sys.argv[1].split(":")
    connection = http.client.HTTPConnection(host, int(port))
    connection.request("GET", "/actuator/health")
    connection.getresponse().read()
    with sqlite3.connect(":memory:") as database:
        database.execute("select 1")
    with xray_recorder.in_subsegment("broken") as broken:
        broken.add_exception(ValueError("no such thing"), [])
    print(segment.trace_id)
